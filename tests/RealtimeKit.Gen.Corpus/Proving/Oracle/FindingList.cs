namespace RealtimeKit.Gen.Corpus.Proving.Oracle;

/// <summary>Differences of one document, counted by their kind.</summary>
internal sealed class FindingList
{
    private readonly SortedDictionary<string, Finding> _byKind = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Sorted => _byKind.Values.OrderBy(static finding => finding.IsExplained).ToArray();

    public void Add(DifferenceKind kind, string example) => _byKind[kind.Name] = _byKind.TryGetValue(kind.Name, out Finding? known)
        ? known with { Count = known.Count + 1 }
        : new Finding(kind.Name, kind.Reason is not null, 1, example);
}
