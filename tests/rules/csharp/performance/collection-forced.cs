public class Pictures
{
    public void Resize(string path)
    {
        using (var picture = Image.Load(path))
        {
            picture.Resize(100);
        }
        GC.Collect(); // finds: csharp.performance.collection-forced
        System.GC.Collect(2, GCCollectionMode.Forced); // finds: csharp.performance.collection-forced
        GC.SuppressFinalize(this); // ok: csharp.performance.collection-forced
        GC.KeepAlive(path); // ok: csharp.performance.collection-forced
    }
}
