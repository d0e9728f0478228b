public class Names
{
    public string Clean(string name, DateTime due)
    {
        name.Trim(); // finds: csharp.bug.immutable-result-ignored
        due.AddDays(14); // finds: csharp.bug.immutable-result-ignored
        name = name.Trim(); // ok: csharp.bug.immutable-result-ignored
        builder.Trim(); // ok: csharp.bug.immutable-result-ignored
        cache.Trim(0.2); // ok: csharp.bug.immutable-result-ignored
        clock.AddDays(1); // ok: csharp.bug.immutable-result-ignored
        return name.ToUpper(); // ok: csharp.bug.immutable-result-ignored
    }

    public void Replaced(string name)
    {
        name.Replace(" ", ""); // missing: csharp.bug.immutable-result-ignored
    }
}
