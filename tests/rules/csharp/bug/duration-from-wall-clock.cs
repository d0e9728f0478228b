public class Timer
{
    public void Run()
    {
        var start = DateTime.Now;
        Work();
        Console.WriteLine(DateTime.Now - start); // finds: csharp.bug.duration-from-wall-clock
        var startTime = DateTime.Now;
        Work();
        Report(DateTime.Now.Subtract(startTime)); // finds: csharp.bug.duration-from-wall-clock
        var watch = Stopwatch.StartNew();
        Work();
        Report(watch.Elapsed); // ok: csharp.bug.duration-from-wall-clock
        Report(DateTime.Now - order.Placed); // ok: csharp.bug.duration-from-wall-clock
        Report(DateTime.UtcNow - birthday); // ok: csharp.bug.duration-from-wall-clock
    }
}
