using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>Measures the methods of a source file: methods, constructors, operators and accessors.</summary>
internal static class MethodLengths
{
    /// <returns>Each method with its first line, from 1, and its number of lines. Comments and attributes before it do not count.</returns>
    public static IEnumerable<(string Name, int Line, int Length)> Of(string text) => CSharpSyntaxTree.ParseText(text)
        .GetRoot()
        .DescendantNodes()
        .Where(static node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null })
        .Select(static node => Measure((CSharpSyntaxNode)node));

    private static (string Name, int Line, int Length) Measure(CSharpSyntaxNode node)
    {
        int start = node.ChildNodesAndTokens().First(static child => !child.IsKind(SyntaxKind.AttributeList)).SpanStart;
        LinePositionSpan lines = node.SyntaxTree.GetLineSpan(TextSpan.FromBounds(start, node.Span.End)).Span;
        string name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            PropertyDeclarationSyntax property => property.Identifier.Text,
            _ => node.Kind().ToString(),
        };
        return (name, lines.Start.Line + 1, lines.End.Line - lines.Start.Line + 1);
    }
}
