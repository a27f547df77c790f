namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>A name that a method can have.</summary>
/// <param name="IsWeak">Whether the name gives way to another operation that is called so.</param>
/// <param name="IsWeakest">Whether it also gives way to a weak name of another operation.</param>
/// <param name="IsOfMany">Whether it omits a plural, so that it gives way to a name that omits the singular.</param>
internal sealed record Wish(string Name, bool IsWeak = false, bool IsWeakest = false, bool IsOfMany = false)
{
    /// <summary>Gets how strong the name is. One of several operations that ask for it has it if it is the strongest.</summary>
    public int Strength => IsWeakest ? 0 : IsWeak ? 1 : IsOfMany ? 2 : 3;
}
