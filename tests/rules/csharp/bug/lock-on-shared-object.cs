public class Counter
{
    private readonly object gate = new object();
    private static int total;

    public void Add()
    {
        lock (this) // finds: csharp.bug.lock-on-shared-object
        {
            count++;
        }
        lock (typeof(Counter)) // finds: csharp.bug.lock-on-shared-object
        {
            total++;
        }
        lock (gate) // ok: csharp.bug.lock-on-shared-object
        {
            count--;
        }
        lock (this.gate) // ok: csharp.bug.lock-on-shared-object
        {
            count--;
        }
    }
}
