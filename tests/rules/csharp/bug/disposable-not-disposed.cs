using System.IO;

public class Files
{
    public string Text(string path)
    {
        var reader = new StreamReader(path); // finds: csharp.bug.disposable-not-disposed
        return reader.ReadToEnd();
    }

    public int Count()
    {
        SqlConnection connection = new SqlConnection(settings.Shop); // finds: csharp.bug.disposable-not-disposed
        connection.Open();
        return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM orders");
    }

    public string Used(string path)
    {
        using var reader = new StreamReader(path); // ok: csharp.bug.disposable-not-disposed
        return reader.ReadToEnd();
    }

    public string Closed(string path)
    {
        var reader = new StreamReader(path); // ok: csharp.bug.disposable-not-disposed
        var text = reader.ReadToEnd();
        reader.Close();
        return text;
    }

    public Stream Given(string path)
    {
        var stream = new FileStream(path, FileMode.Open); // ok: csharp.bug.disposable-not-disposed
        return stream;
    }

    public Parser Wrapped(string path)
    {
        var stream = new FileStream(path, FileMode.Open); // ok: csharp.bug.disposable-not-disposed
        return new Parser(stream);
    }

    public string Inner(Stream stream)
    {
        var reader = new StreamReader(stream); // ok: csharp.bug.disposable-not-disposed
        return reader.ReadToEnd();
    }

    public async Task WriteAsync(string path, byte[] body)
    {
        var target = new FileStream(path, FileMode.Create, FileAccess.Write); // ok: csharp.bug.disposable-not-disposed
        await using (target.ConfigureAwait(false))
        {
            await target.WriteAsync(body).ConfigureAwait(false);
        }
    }
}
