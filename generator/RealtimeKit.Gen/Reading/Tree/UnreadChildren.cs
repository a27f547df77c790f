namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>
/// The children of a collection that become nodes when they are first asked for. The text has been checked before, so that reading
/// them reports nothing.
/// </summary>
internal abstract class UnreadChildren
{
    /// <summary>Gets the <see cref="SpecNode.Weight"/> of the collection.</summary>
    public abstract int Weight { get; }

    /// <summary>Returns the entries of a mapping.</summary>
    public abstract SpecEntry[] ReadEntries();

    /// <summary>Returns the items of a sequence.</summary>
    public abstract SpecNode[] ReadItems();

    /// <summary>Returns whether a mapping of the text may have a key.</summary>
    public abstract bool MayHaveKey(string key);
}
