using System.Security.Cryptography;

public class Vault
{
    public byte[] Close(byte[] key, byte[] text)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.ECB; // finds: csharp.security.cipher-in-ecb-mode
        return aes.CreateEncryptor(key, null).TransformFinalBlock(text, 0, text.Length);
    }

    public Aes Make()
    {
        var other = new AesManaged { Mode = CipherMode.ECB, Padding = PaddingMode.PKCS7 }; // finds: csharp.security.cipher-in-ecb-mode
        return other;
    }

    public void Chained(Aes aes)
    {
        aes.Mode = CipherMode.CBC; // ok: csharp.security.cipher-in-ecb-mode
        if (aes.Mode == CipherMode.ECB) // ok: csharp.security.cipher-in-ecb-mode
        {
            throw new CryptographicException("no ECB");
        }
    }
}
