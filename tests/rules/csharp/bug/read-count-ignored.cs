public class Header
{
    public byte[] Load(Stream stream)
    {
        var buffer = new byte[512];
        stream.Read(buffer, 0, buffer.Length); // finds: csharp.bug.read-count-ignored
        return buffer;
    }

    public async Task<byte[]> LoadAsync(FileStream fileStream)
    {
        var buffer = new byte[512];
        await fileStream.ReadAsync(buffer, 0, 512); // finds: csharp.bug.read-count-ignored
        return buffer;
    }

    public int Counted(Stream stream, byte[] buffer)
    {
        int count = stream.Read(buffer, 0, buffer.Length); // ok: csharp.bug.read-count-ignored
        stream.ReadExactly(buffer, 0, 16); // ok: csharp.bug.read-count-ignored
        while (stream.Read(buffer, 0, 1) > 0) // ok: csharp.bug.read-count-ignored
        {
            count++;
        }
        return count;
    }
}
