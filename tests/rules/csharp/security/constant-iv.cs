using System.Security.Cryptography;

public class Notes
{
    public byte[] Hide(Aes aes, byte[] text)
    {
        aes.IV = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }; // finds: csharp.security.constant-iv
        return aes.CreateEncryptor().TransformFinalBlock(text, 0, text.Length);
    }

    public Aes Named()
    {
        return new AesManaged { IV = Encoding.UTF8.GetBytes("0123456789abcdef") }; // finds: csharp.security.constant-iv
    }

    public void Fresh(Aes aes, byte[] stored)
    {
        aes.GenerateIV();
        aes.IV = stored; // ok: csharp.security.constant-iv
        aes.IV = RandomNumberGenerator.GetBytes(16); // ok: csharp.security.constant-iv
    }

    public ICryptoTransform Passed(Aes aes, byte[] key)
    {
        return aes.CreateEncryptor(key, new byte[16]); // missing: csharp.security.constant-iv
    }
}
