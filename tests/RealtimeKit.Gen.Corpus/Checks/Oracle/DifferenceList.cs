namespace RealtimeKit.Gen.Corpus.Checks.Oracle;

/// <summary>The differences of one document, counted by kind.</summary>
internal sealed class DifferenceList
{
    private readonly SortedDictionary<string, Difference> _byKind = new(StringComparer.Ordinal);

    public IReadOnlyList<Difference> Sorted => _byKind.Values.OrderBy(static difference => difference.IsExplained).ToArray();

    public void Add(DifferenceKind kind, string example) => _byKind[kind.Name] = _byKind.TryGetValue(kind.Name, out Difference? known)
        ? known with { Count = known.Count + 1 }
        : new Difference(kind.Name, kind.Reason is not null, 1, example);
}
