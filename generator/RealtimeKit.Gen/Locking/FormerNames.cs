namespace RealtimeKit.Gen.Locking;

/// <summary>
/// The parts of the document that the author has replaced, such as a media type by another version of it: the only new one of a kind
/// replaces the only one of the kind that the names file has and that no longer exists.
/// </summary>
/// <param name="known">The parts that the names file has.</param>
/// <param name="current">The parts that the document has.</param>
/// <param name="kindOf">Returns the kind of a part.</param>
internal sealed class FormerNames<TKind>(IReadOnlyCollection<string> known, IReadOnlyCollection<string> current, Func<string, TKind> kindOf)
{
    private readonly ILookup<TKind, string> _former = known.Except(current, StringComparer.Ordinal).ToLookup(kindOf);
    private readonly ILookup<TKind, string> _added = current.Except(known, StringComparer.Ordinal).ToLookup(kindOf);

    /// <summary>Returns the part that one replaces, or null.</summary>
    public string? Of(string name)
    {
        TKind kind = kindOf(name);
        return _former[kind].Count() == 1 && _added[kind].Count() == 1 && _added[kind].First() == name ? _former[kind].First() : null;
    }

    /// <summary>Returns the parts that no longer exist, and the new ones, of the kinds that have both.</summary>
    public IEnumerable<(IEnumerable<string> Former, IEnumerable<string> Added)> ByKind() =>
        _former.Where(former => _added.Contains(former.Key)).Select(former => ((IEnumerable<string>)former, _added[former.Key]));
}
