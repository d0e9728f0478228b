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

    public byte[] Fast(string password, string salt)
    {
        return SHA256.HashData(Encoding.UTF8.GetBytes(password + salt)); // finds: csharp.security.password-hashed-fast
    }

    public string Old(LoginForm form)
    {
        using var md5 = MD5.Create();
        return Convert.ToHexString(md5.ComputeHash(Encoding.UTF8.GetBytes(form.Password))); // finds: csharp.security.password-hashed-fast
    }

    public byte[] OfFile(byte[] body, string passwordFile)
    {
        var name = SHA256.HashData(Encoding.UTF8.GetBytes(passwordFile)); // ok: csharp.security.password-hashed-fast
        return SHA256.HashData(body); // ok: csharp.security.password-hashed-fast
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
