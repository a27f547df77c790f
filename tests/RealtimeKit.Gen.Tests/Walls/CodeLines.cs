using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>Measures the lines of a source file without the text of its string literals, such as a document on one line.</summary>
internal static class CodeLines
{
    /// <returns>The length of each line.</returns>
    public static int[] Lengths(string text)
    {
        SourceText source = SourceText.From(text);
        int[] lengths = source.Lines.Select(static line => line.Span.Length).ToArray();
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(IsLiteral))
        {
            LinePositionSpan span = source.Lines.GetLinePositionSpan(token.Span);
            for (int line = span.Start.Line; line <= span.End.Line; line++)
            {
                TextSpan? within = source.Lines[line].Span.Intersection(token.Span);
                lengths[line] -= within?.Length ?? 0;
            }
        }

        return lengths;
    }

    private static bool IsLiteral(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken
        or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken
        or SyntaxKind.Utf8MultiLineRawStringLiteralToken
        or SyntaxKind.InterpolatedStringTextToken;
}
