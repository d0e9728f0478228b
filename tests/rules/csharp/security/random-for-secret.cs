using System.Security.Cryptography;

public class PasswordReset
{
    public string GenerateToken()
    {
        var random = new Random(); // finds: csharp.security.random-for-secret
        return random.Next(100000, 999999).ToString();
    }

    public User Invite(User user)
    {
        user.VerificationCode = Random.Shared.Next(1000, 9999); // finds: csharp.security.random-for-secret
        return user;
    }

    public string GenerateAccessToken()
    {
        return Convert.ToHexString(RandomNumberGenerator.GetBytes(32)); // ok: csharp.security.random-for-secret
    }

    public Token NextToken(Lexer lexer)
    {
        var jitter = new Random().Next(10); // ok: csharp.security.random-for-secret
        return lexer.Read(jitter);
    }

    public Product Pick(List<Product> products)
    {
        return products[Random.Shared.Next(products.Count)]; // ok: csharp.security.random-for-secret
    }
}
