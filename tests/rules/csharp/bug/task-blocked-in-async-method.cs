public class Prices
{
    public async Task<decimal> Load(string url)
    {
        var text = client.GetStringAsync(url).Result; // finds: csharp.bug.task-blocked-in-async-method
        cache.WriteAsync(text).Wait(); // finds: csharp.bug.task-blocked-in-async-method
        var rate = rates.LoadAsync().GetAwaiter().GetResult(); // finds: csharp.bug.task-blocked-in-async-method
        var tax = await taxes.LoadAsync(); // ok: csharp.bug.task-blocked-in-async-method
        return Parse(text) * rate * tax;
    }

    public decimal Sync(string url)
    {
        return Parse(client.GetStringAsync(url).Result); // ok: csharp.bug.task-blocked-in-async-method
    }

    public async Task<string> Done(Task<string> task)
    {
        await Task.WhenAll(task);
        return task.Result; // ok: csharp.bug.task-blocked-in-async-method
    }
}
