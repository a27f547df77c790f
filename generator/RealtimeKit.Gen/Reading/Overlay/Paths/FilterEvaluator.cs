using RealtimeKit.Gen.Reading.Overlay.Patterns;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>Evaluates a filter for one node.</summary>
internal sealed class FilterEvaluator(JsonPathEvaluator queries, StepBudget budget)
{
    /// <summary>The number of characters that cost as much as visiting one node.</summary>
    private const int CharactersPerStep = 64;

    private readonly Dictionary<string, RegularPattern?> _patterns = new(StringComparer.Ordinal);

    // A literal pattern is the same string object for each node, so it need not be hashed again.
    private string? _lastText;
    private RegularPattern? _lastPattern;

    private readonly Dictionary<JsonPath, List<NodePath>> _absolute = [];

    public bool IsTrue(JsonPathFilter filter, NodePath current)
    {
        budget.Take();
        switch (filter)
        {
            case AnyFilter any:
                return IsAny(any.Filters, current, wanted: true);
            case AllFilter all:
                return !IsAny(all.Filters, current, wanted: false);
            case NotFilter not:
                return !IsTrue(not.Filter, current);
            case ExistsFilter { Query.IsSingular: true } exists:
                return queries.EvaluateSingular(exists.Query, current.Node) is not null;
            case ExistsFilter exists:
                return NodesOf(exists.Query, current).Count > 0;
            case ComparisonFilter comparison:
                return Compare(ValueOf(comparison.Left, current), comparison.Operator, ValueOf(comparison.Right, current));
            case PatternFilter pattern:
                return IsMatch(pattern, ValueOf(pattern.Value, current), ValueOf(pattern.Pattern, current));
            default:
                return false;
        }
    }

    private bool IsAny(IReadOnlyList<JsonPathFilter> filters, NodePath current, bool wanted)
    {
        for (int i = 0; i < filters.Count; i++)
        {
            if (IsTrue(filters[i], current) == wanted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A query from the root has the same result for all nodes.</summary>
    private List<NodePath> NodesOf(JsonPath query, NodePath current)
    {
        if (query.IsRelative)
        {
            return queries.Evaluate(query, current);
        }

        if (!_absolute.TryGetValue(query, out List<NodePath>? nodes))
        {
            nodes = queries.Evaluate(query, current);
            _absolute.Add(query, nodes);
        }

        return nodes;
    }

    private FilterValue ValueOf(FilterOperand operand, NodePath current) => operand switch
    {
        LiteralOperand literal => literal.Value,
        QueryOperand query => FilterValue.Of(queries.EvaluateSingular(query.Query, current.Node)),
        CountOperand count => FilterValue.Of(NodesOf(count.Query, current).Count),
        ValueOperand value => NodesOf(value.Query, current) is { Count: 1 } nodes ? FilterValue.Of(nodes[0].Node) : default,
        LengthOperand length => LengthOf(ValueOf(length.Value, current)),
        _ => default,
    };

    /// <summary>Returns the number of Unicode characters of a string, or of children of a collection; Nothing for other values.</summary>
    private FilterValue LengthOf(FilterValue value)
    {
        switch (value)
        {
            case { Kind: FilterValueKind.String }:
                budget.Take(value.Text.Length / CharactersPerStep);
                return FilterValue.Of(value.Text.Length - CountPairs(value.Text));
            case { Node: SpecMapping mapping }:
                return FilterValue.Of(mapping.Entries.Count);
            case { Node: SpecSequence sequence }:
                return FilterValue.Of(sequence.Items.Count);
            default:
                return default;
        }
    }

    private static int CountPairs(string text)
    {
        int pairs = 0;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                pairs++;
                i++;
            }
        }

        return pairs;
    }

    private bool IsMatch(PatternFilter filter, FilterValue value, FilterValue pattern)
    {
        if (value.Kind != FilterValueKind.String || pattern.Kind != FilterValueKind.String)
        {
            return false;
        }

        RegularPattern? parsed = PatternOf(pattern.Text);
        return parsed is not null && parsed.IsMatch(value.Text, filter.IsWhole, budget);
    }

    private RegularPattern? PatternOf(string text)
    {
        if (ReferenceEquals(text, _lastText))
        {
            return _lastPattern;
        }

        budget.Take(1 + (text.Length / CharactersPerStep));
        if (!_patterns.TryGetValue(text, out RegularPattern? parsed))
        {
            budget.Take(text.Length);
            parsed = RegularPatternParser.Parse(text, out _);
            _patterns.Add(text, parsed);
        }

        _lastText = text;
        return _lastPattern = parsed;
    }

    private bool Compare(FilterValue left, FilterOperator comparison, FilterValue right) => comparison switch
    {
        FilterOperator.Equal => AreEqual(left, right),
        FilterOperator.NotEqual => !AreEqual(left, right),
        FilterOperator.Less => FilterValue.IsLess(left, right),
        FilterOperator.Greater => FilterValue.IsLess(right, left),
        FilterOperator.LessOrEqual => FilterValue.IsLess(left, right) || AreEqual(left, right),
        _ => FilterValue.IsLess(right, left) || AreEqual(left, right),
    };

    private bool AreEqual(FilterValue left, FilterValue right)
    {
        budget.Take(1 + (left.Kind == FilterValueKind.String ? left.Text.Length / CharactersPerStep : 0));
        return left.Kind == right.Kind && left.Kind switch
        {
            FilterValueKind.Nothing or FilterValueKind.Null => true,
            FilterValueKind.String => string.Equals(left.Text, right.Text, StringComparison.Ordinal),
            FilterValueKind.Collection => ReferenceEquals(left.Node, right.Node) || AreEqual(left.Node!, right.Node!),
            _ => left.Number == right.Number,
        };
    }

    /// <summary>Compares two nodes. Recursion is bounded by <see cref="ReadBudget.MaxDepth"/>, and work by the budget.</summary>
    private bool AreEqual(SpecNode left, SpecNode right)
    {
        switch (left, right)
        {
            case (SpecMapping leftMapping, SpecMapping rightMapping) when leftMapping.Entries.Count == rightMapping.Entries.Count:
                return leftMapping.Entries.All(entry =>
                    !budget.IsSpent && rightMapping[entry.Key] is { } value && AreEqual(FilterValue.Of(entry.Value), FilterValue.Of(value)));
            case (SpecSequence leftItems, SpecSequence rightItems) when leftItems.Items.Count == rightItems.Items.Count:
                for (int i = 0; i < leftItems.Items.Count; i++)
                {
                    if (budget.IsSpent || !AreEqual(FilterValue.Of(leftItems.Items[i]), FilterValue.Of(rightItems.Items[i])))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }
}
