using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.References;

/// <summary>
/// Limits how many shared nodes are read again for each place that uses them (<see cref="ReadBudget.MaxReusedNodes"/>). One
/// response with a thousand headers that a thousand operations refer to is a million headers. Once the budget is spent,
/// every further request is refused, so that the rest of a refused document costs nothing.
/// </summary>
internal sealed class ReuseBudget(DiagnosticBag diagnostics)
{
    /// <summary>The weight of an operation. Even a short description produces one or more methods.</summary>
    private const int WeightOfOperation = 30;

    /// <summary>The weight of a parameter, which becomes an argument of each of these methods.</summary>
    private const int WeightOfParameter = 5;

    private readonly Dictionary<SpecNode, int> _weights = [];
    private readonly HashSet<SpecNode> _read = [];
    private readonly List<SpecNode> _uncounted = [];
    private long _left = ReadBudget.MaxReusedNodes;

    public bool IsSpent => _left < 0;

    /// <summary>
    /// Raises the budget in proportion to the size of a document: a large document may share more. Its nodes are counted when the
    /// budget is needed, because counting takes half as long as reading, and few documents share that much.
    /// </summary>
    public void Allow(SpecNode document)
    {
        _uncounted.Add(document);
        CountIfSpent();
    }

    /// <summary>
    /// Charges for nodes that operations share without a reference. A YAML alias or an overlay action can put the same node
    /// into the document several times.
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

    /// <summary>Charges for a shared node. The first use is free.</summary>
    /// <param name="shared">The node that is read, or null for none.</param>
    /// <returns>Whether the budget allows the node to be read.</returns>
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
        CountIfSpent();
        if (IsSpent)
        {
            string limit = ReadBudget.MaxReusedNodes.ToString("N0", CultureInfo.InvariantCulture);
            diagnostics.Add(Descriptors.SpecBudgetExceeded, shared.Location, limit + " nodes that operations share");
        }

        return !IsSpent;
    }

    private void CountIfSpent()
    {
        while (IsSpent && _uncounted.Count > 0)
        {
            _left += (long)ReadBudget.ReusedPerNode * CountOwn(_uncounted[0]);
            _uncounted.RemoveAt(0);
        }
    }

    /// <summary>Returns the weight of a node. Schemas do not count, because each becomes a type only once. Keys that are not read do not count.</summary>
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

    /// <summary>Counts the nodes of the text. A node that occurs several times in the tree counts once, so that repetition does not raise the budget.</summary>
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
        key is "schema" or "itemSchema" or "example" or "examples" || ExtensionKey.Is(key);
}
