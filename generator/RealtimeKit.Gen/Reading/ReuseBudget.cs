using System.Globalization;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading;

/// <summary>
/// Counts what is read once more for each place that shares it (<see cref="ReadBudget.MaxReusedNodes"/>): one response of
/// a thousand headers, referred to by a thousand operations, is a million headers. Whatever asks is told no once the
/// budget is spent, so that the rest of a refused document costs nothing.
/// </summary>
internal sealed class ReuseBudget(DiagnosticBag diagnostics)
{
    private readonly Dictionary<SpecNode, int> _weights = [];
    private long _left = ReadBudget.MaxReusedNodes;

    public bool IsSpent => _left < 0;

    /// <summary>Who describes much may share much.</summary>
    public void Allow(SpecNode document) => _left += (long)ReadBudget.ReusedPerNode * document.Weight;

    /// <param name="shared">What is read, for the first time or again; null for nothing.</param>
    public bool Take(SpecNode? shared)
    {
        if (IsSpent || shared is null)
        {
            return !IsSpent;
        }

        if (!_weights.TryGetValue(shared, out int weight))
        {
            _weights[shared] = Weigh(shared);
            return true;
        }

        _left -= weight;
        if (IsSpent)
        {
            string limit = ReadBudget.MaxReusedNodes.ToString("N0", CultureInfo.InvariantCulture);
            diagnostics.Add(Descriptors.SpecBudgetExceeded, shared.Location, limit + " nodes that operations share");
        }

        return !IsSpent;
    }

    /// <summary>Without its schemas, each of which is a type and made once, and without what nobody reads.</summary>
    private static int Weigh(SpecNode node) => node switch
    {
        SpecMapping mapping => mapping.Entries.Where(static entry => !IsMadeOnce(entry.Key)).Aggregate(1, static (sum, entry) => SpecNode.Sum(sum, Weigh(entry.Value) + (entry.Key.Length / SpecScalar.CharactersOfNode))),
        SpecSequence sequence => sequence.Items.Aggregate(1, static (sum, item) => SpecNode.Sum(sum, Weigh(item))),
        _ => node.Weight,
    };

    private static bool IsMadeOnce(string key) =>
        key is "schema" or "itemSchema" or "example" or "examples" || key.StartsWith("x-", StringComparison.Ordinal);
}
