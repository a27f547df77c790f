using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// The number of syntax nodes of each kind in some code. Names and the contents of literals and comments do not count, so two
/// documents that differ in a string alone have one shape, unless the string became code.
/// </summary>
internal sealed class SyntaxShape
{
    /// <summary>Most files of an edited document have the same syntax trees as before, which need not be counted again.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxShape> _known = [];

    private readonly SortedDictionary<SyntaxKind, int> _counts = [];

    /// <summary>Gets a value indicating whether the code contains a module initializer, however its name is spelled.</summary>
    public bool HasInitializer { get; private set; }

    public static SyntaxShape Of(IEnumerable<SyntaxTree> trees)
    {
        var all = new SyntaxShape();
        foreach (SyntaxShape shape in trees.Select(static tree => _known.GetValue(tree, Count)))
        {
            all.HasInitializer |= shape.HasInitializer;
            foreach ((SyntaxKind kind, int count) in shape._counts)
            {
                all._counts[kind] = all._counts.GetValueOrDefault(kind) + count;
            }
        }

        return all;
    }

    private static SyntaxShape Count(SyntaxTree tree)
    {
        var shape = new SyntaxShape();
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(descendIntoTrivia: false))
        {
            shape._counts[node.Kind()] = shape._counts.GetValueOrDefault(node.Kind()) + 1;
        }

        // A directive is trivia for the compiler, but it can disable the code around it.
        foreach (SyntaxTrivia trivia in tree.GetRoot()
            .DescendantTrivia()
            .Where(static trivia => trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia)))
        {
            shape._counts[trivia.Kind()] = shape._counts.GetValueOrDefault(trivia.Kind()) + 1;
        }

        shape.HasInitializer = tree.GetRoot().DescendantTokens()
            .Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Contains("ModuleInitializer", StringComparison.Ordinal));
        return shape;
    }

    /// <summary>Returns the kinds of node of which this shape has more, and optionally those of which it has fewer.</summary>
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
