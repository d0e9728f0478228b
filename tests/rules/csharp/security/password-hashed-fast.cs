using System.Security.Cryptography;

public class Passwords
{
    private const int Rounds = 350_000;

    public byte[] Default(string password, byte[] salt)
    {
        using var derive = new Rfc2898DeriveBytes(password, salt); // finds: csharp.security.password-hashed-fast
        return derive.GetBytes(32);
    }

    public byte[] Few(string password, byte[] salt)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 10_000, HashAlgorithmName.SHA256, 32); // finds: csharp.security.password-hashed-fast
    }

    public byte[] Many(string password, byte[] salt)
    {
        return Rfc2898DeriveBytes.Pbkdf2(password, salt, 600_000, HashAlgorithmName.SHA256, 32); // ok: csharp.security.password-hashed-fast
    }

    public byte[] Named(string password, byte[] salt)
    {
        using var derive = new Rfc2898DeriveBytes(password, salt, Rounds, HashAlgorithmName.SHA512); // ok: csharp.security.password-hashed-fast
        return derive.GetBytes(32);
    }
}
