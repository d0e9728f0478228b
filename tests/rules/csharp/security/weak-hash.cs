using System.Security.Cryptography;

public class Accounts
{
    public byte[] Digest(string password)
    {
        using (var hash = MD5.Create()) // finds: csharp.security.weak-hash
        {
            return hash.ComputeHash(Encoding.UTF8.GetBytes(password));
        }
    }

    public string Token(byte[] data)
    {
        return Convert.ToHexString(SHA1.HashData(data)); // finds: csharp.security.weak-hash
    }

    public byte[] Old(byte[] data)
    {
        return new SHA1CryptoServiceProvider().ComputeHash(data); // finds: csharp.security.weak-hash
    }

    public byte[] Strong(byte[] data)
    {
        return SHA256.HashData(data); // ok: csharp.security.weak-hash
    }

    public string ETagOf(byte[] body)
    {
        return Convert.ToBase64String(MD5.HashData(body)); // ok: csharp.security.weak-hash
    }

    public byte[] ByName(byte[] data)
    {
        return HashAlgorithm.Create("MD5").ComputeHash(data); // missing: csharp.security.weak-hash
    }
}
