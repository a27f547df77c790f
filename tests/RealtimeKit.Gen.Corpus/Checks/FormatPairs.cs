using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>Finds the documents that a folder contains under one name both in YAML and in JSON.</summary>
internal static class FormatPairs
{
    public static IReadOnlyList<DocumentRequest> In(IEnumerable<DocumentRequest> documents) => documents
        .GroupBy(static document => Path.ChangeExtension(document.File, null), StringComparer.Ordinal)
        .Select(static formats => formats.OrderBy(static document => document.File, StringComparer.Ordinal).ToArray())
        .Where(static formats => formats.Length > 1)
        .SelectMany(static formats => formats.Skip(1).Select(other => formats[0] with { Twin = other.File, Bytes = formats[0].Bytes + other.Bytes }))
        .ToArray();
}
