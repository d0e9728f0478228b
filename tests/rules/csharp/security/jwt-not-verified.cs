using Microsoft.IdentityModel.Tokens;

public static class Tokens
{
    public static TokenValidationParameters Development()
    {
        return new TokenValidationParameters
        {
            ValidateIssuer = false, // ok: csharp.security.jwt-not-verified
            RequireSignedTokens = false, // finds: csharp.security.jwt-not-verified
            SignatureValidator = (token, _) => new JsonWebToken(token), // finds: csharp.security.jwt-not-verified
        };
    }

    public static TokenValidationParameters Production(SecurityKey key)
    {
        return new TokenValidationParameters
        {
            RequireSignedTokens = true, // ok: csharp.security.jwt-not-verified
            IssuerSigningKey = key,
            SignatureValidator = null, // ok: csharp.security.jwt-not-verified
        };
    }
}
