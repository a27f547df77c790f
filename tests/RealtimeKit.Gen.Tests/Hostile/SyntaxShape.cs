using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// How many nodes of each kind some code consists of. Names and the contents of literals and comments do not count, so
/// two documents that differ in a string alone have one shape, unless the string became code.
/// </summary>
internal sealed class SyntaxShape
{
    private readonly SortedDictionary<SyntaxKind, int> _counts = [];

    public static SyntaxShape Of(IEnumerable<SyntaxTree> trees)
    {
        var shape = new SyntaxShape();
        foreach (SyntaxNode node in trees.SelectMany(static tree => tree.GetRoot().DescendantNodes(descendIntoTrivia: false)))
        {
            shape._counts[node.Kind()] = shape._counts.GetValueOrDefault(node.Kind()) + 1;
        }

        // A directive is trivia, and yet it can take the code around it away.
        foreach (SyntaxTrivia trivia in trees.SelectMany(static tree => tree.GetRoot().DescendantTrivia()).Where(static trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            shape._counts[trivia.Kind()] = shape._counts.GetValueOrDefault(trivia.Kind()) + 1;
        }

        return shape;
    }

    /// <summary>The kinds that this shape has more of, and, unless told otherwise, those that it has fewer of.</summary>
    public string? DifferenceFrom(SyntaxShape twin, bool mayHaveFewer)
    {
        string[] differences = _counts.Keys
            .Union(twin._counts.Keys)
            .Select(kind => (Kind: kind, More: _counts.GetValueOrDefault(kind) - twin._counts.GetValueOrDefault(kind)))
            .Where(difference => difference.More > 0 || (difference.More < 0 && !mayHaveFewer))
            .Select(static difference => $"{difference.Kind} {difference.More:+0;-0}")
            .ToArray();
        return differences.Length == 0 ? null : string.Join(", ", differences);
    }
}
