using System.Text;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Reads texts for tests, and formats the results for assertions.</summary>
internal static class SpecText
{
    public static SpecNode Read(string text, string path = "spec.yaml")
    {
        var diagnostics = new DiagnosticBag();
        SpecNode? root = SpecReader.Read(new SpecSource(path, text), diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(Told(diagnostics));
        return Assert.IsAssignableFrom<SpecNode>(root);
    }

    public static SpecNode? Read(string text, string path, out string[] told)
    {
        var diagnostics = new DiagnosticBag();
        SpecNode? root = SpecReader.Read(new SpecSource(path, text), diagnostics, TestContext.Current.CancellationToken);
        told = Told(diagnostics);
        return root;
    }

    /// <summary>Each diagnostic as <c>RTK0001 (line,column): message</c>, counted from one as the compiler prints them.</summary>
    public static string[] Told(DiagnosticBag diagnostics) => diagnostics.ToEquatableArray()
        .Select(static info => $"{info.Id} ({info.Location!.Line + 1},{info.Location.Column + 1}): {MessageOf(info)}")
        .ToArray();

    private static string MessageOf(DiagnosticInfo info) => info.ToDiagnostic().GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The tree in one line: strings quoted, other scalars as written.</summary>
    public static string Show(SpecNode? node)
    {
        var text = new StringBuilder();
        Show(node, text);
        return text.ToString();
    }

    private static void Show(SpecNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("nothing");
                break;
            case SpecMapping mapping:
                text.Append('{');
                foreach (SpecEntry entry in mapping.Entries)
                {
                    text.Append(text[^1] == '{' ? "" : ", ").Append(entry.Key).Append(": ");
                    Show(entry.Value, text);
                }

                text.Append('}');
                break;
            case SpecSequence sequence:
                text.Append('[');
                foreach (SpecNode item in sequence.Items)
                {
                    text.Append(text[^1] == '[' ? "" : ", ");
                    Show(item, text);
                }

                text.Append(']');
                break;
            case SpecScalar { Kind: SpecScalarKind.String } scalar:
                text.Append('\'').Append(scalar.Text).Append('\'');
                break;
            case SpecScalar { Kind: SpecScalarKind.Null }:
                text.Append("null");
                break;
            case SpecScalar scalar:
                text.Append(scalar.Text);
                break;
        }
    }
}
