using System.Security.Cryptography;

public class Box
{
    public ICryptoTransform Lock(byte[] key, byte[] iv)
    {
        var des = new DESCryptoServiceProvider(); // finds: csharp.security.weak-cipher
        return des.CreateEncryptor(key, iv);
    }

    public SymmetricAlgorithm Triple()
    {
        return TripleDES.Create(); // finds: csharp.security.weak-cipher
    }

    public SymmetricAlgorithm Modern()
    {
        return Aes.Create(); // ok: csharp.security.weak-cipher
    }

    public Node Tree(string DES)
    {
        return Nodes.Create(DES); // ok: csharp.security.weak-cipher
    }
}
