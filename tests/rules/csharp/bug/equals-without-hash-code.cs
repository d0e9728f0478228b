public class Money
{
    public override bool Equals(object obj) // finds: csharp.bug.equals-without-hash-code
    {
        return obj is Money other && other.Amount == Amount;
    }
}

public struct Range
{
    public override bool Equals(object? obj) => obj is Range range && range.Start == Start; // finds: csharp.bug.equals-without-hash-code
}

public class Weight
{
    public override bool Equals(object obj) => obj is Weight other && other.Grams == Grams; // ok: csharp.bug.equals-without-hash-code

    public override int GetHashCode() => Grams.GetHashCode();
}

public partial class Generated
{
    public override bool Equals(object obj) => obj is Generated; // ok: csharp.bug.equals-without-hash-code
}

public class Typed : IEquatable<Typed>
{
    public bool Equals(Typed other) => other != null && other.Id == Id; // ok: csharp.bug.equals-without-hash-code
}
