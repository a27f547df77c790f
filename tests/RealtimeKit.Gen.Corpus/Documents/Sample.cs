using System.Text;

namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>
/// Selects some of the documents: the same ones on every machine, with documents of all roles and sizes.
/// </summary>
internal static class Sample
{
    public static IReadOnlyList<DocumentRequest> Take(IReadOnlyCollection<DocumentRequest> documents, int count)
    {
        Queue<DocumentRequest>[] strata = documents
            .GroupBy(static document => (document.Role, Order: SizeOrder(document.Bytes)))
            .OrderBy(static stratum => stratum.Key.Role, StringComparer.Ordinal)
            .ThenBy(static stratum => stratum.Key.Order)
            .Select(static stratum => new Queue<DocumentRequest>(
                stratum.OrderBy(static document => Hash(document.Name)).ThenBy(static document => document.Name, StringComparer.Ordinal)))
            .ToArray();

        var taken = new List<DocumentRequest>();
        while (taken.Count < Math.Min(count, documents.Count))
        {
            foreach (Queue<DocumentRequest> stratum in strata)
            {
                if (taken.Count < count && stratum.TryDequeue(out DocumentRequest? document))
                {
                    taken.Add(document);
                }
            }
        }

        return taken;
    }

    private static int SizeOrder(long bytes) => (int)Math.Log(Math.Max(bytes, 1), 8);

    // FNV-1a: string.GetHashCode differs from process to process.
    private static uint Hash(string name) => Encoding.UTF8.GetBytes(name).Aggregate(2166136261u, static (hash, next) => unchecked((hash ^ next) * 16777619u));
}
