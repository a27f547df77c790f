using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>
/// Counts what is read once more for each place that shares it (<see cref="ReadBudget.MaxReusedNodes"/>): one response of
/// a thousand headers, referred to by a thousand operations, is a million headers. Whatever asks is told no once the
/// budget is spent, so that the rest of a refused document costs nothing.
/// </summary>
internal sealed class ReuseBudget(DiagnosticBag diagnostics)
{
    /// <summary>An operation has a method or more of its own, however few words it is described in.</summary>
    private const int WeightOfOperation = 30;

    /// <summary>And a parameter an argument in each of them.</summary>
    private const int WeightOfParameter = 5;

    private readonly Dictionary<SpecNode, int> _weights = [];
    private readonly HashSet<SpecNode> _read = [];
    private long _left = ReadBudget.MaxReusedNodes;

    public bool IsSpent => _left < 0;

    /// <summary>Who describes much may share much.</summary>
    public void Allow(SpecNode document) => _left += (long)ReadBudget.ReusedPerNode * CountOwn(document);

    /// <summary>
    /// Takes what an operation shares with others without a reference: what a YAML alias or an action of an overlay hangs
    /// in the document several times.
    /// </summary>
    public bool TakeShared(SpecNode node)
    {
        if (node is SpecScalar || IsSpent)
        {
            return !IsSpent;
        }

        if (!_read.Add(node))
        {
            return Charge(node, _weights.TryGetValue(node, out int known) ? known : _weights[node] = Weigh(node));
        }

        bool isLeft = true;
        switch (node)
        {
            case SpecMapping mapping:
                foreach (SpecEntry entry in mapping.Entries)
                {
                    isLeft = IsMadeOnce(entry.Key) ? isLeft : TakeShared(entry.Value);
                }

                break;
            case SpecSequence sequence:
                foreach (SpecNode item in sequence.Items)
                {
                    isLeft = TakeShared(item);
                }

                break;
        }

        return isLeft;
    }

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

        return Charge(shared, weight);
    }

    private bool Charge(SpecNode shared, int weight)
    {
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
        SpecMapping mapping => mapping.Entries
            .Where(static entry => !IsMadeOnce(entry.Key))
            .Aggregate(WeightOf(mapping), static (sum, entry) => SpecNode.Sum(sum, Weigh(entry.Value) + (entry.Key.Length / SpecScalar.CharactersOfNode))),
        SpecSequence sequence => sequence.Items.Aggregate(1, static (sum, item) => SpecNode.Sum(sum, Weigh(item))),
        _ => node.Weight,
    };

    private static int WeightOf(SpecMapping mapping) => 1
        + (mapping["responses"] is SpecMapping ? WeightOfOperation : 0)
        + (mapping["in"] is SpecScalar && mapping["name"] is SpecScalar ? WeightOfParameter : 0);

    /// <summary>The nodes that the texts hold, each once, however often it hangs in the tree: who repeats much does not describe much.</summary>
    private static long CountOwn(SpecNode document)
    {
        HashSet<SpecNode> seen = [];
        Stack<SpecNode> open = new([document]);
        long count = 0;
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            if (node is SpecScalar || !seen.Add(node))
            {
                count += node is SpecScalar ? node.Weight : 0;
                continue;
            }

            count++;
            foreach (SpecNode child in node is SpecMapping mapping ? mapping.Entries.Select(static entry => entry.Value) : ((SpecSequence)node).Items)
            {
                open.Push(child);
            }
        }

        return count;
    }

    private static bool IsMadeOnce(string key) =>
        key is "schema" or "itemSchema" or "example" or "examples" || key.StartsWith("x-", StringComparison.Ordinal);
}
