using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Json;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Yaml;

namespace RealtimeKit.Gen.Reading.Formats;

/// <summary>
/// Reads a text into a tree. A <c>.json</c> file is read as JSON only. Any other file is YAML, but a text that begins like JSON
/// is first read as JSON, which is much faster.
/// </summary>
internal static class SpecReader
{
    /// <param name="isForPart">Whether only a part of the tree will be used.</param>
    public static SpecNode? Read(SpecSource source, DiagnosticBag diagnostics, CancellationToken cancellationToken, bool isForPart = false)
    {
        if (source.Text.Length > ReadBudget.MaxCharacters)
        {
            string limit = ReadBudget.MaxCharacters.ToString("N0", CultureInfo.InvariantCulture);
            ReadFault.OverBudget(source, default, limit + " characters").AddTo(diagnostics);
            return null;
        }

        int start = FirstCharacter(source.Text);
        if (start == source.Text.Length)
        {
            ReadFault.NotReadable(source, default, "The text is empty; an OpenAPI document starts with 'openapi:' or 'swagger:'").AddTo(diagnostics);
            return null;
        }

        if (ForeignContent.Recognize(source.Text, start) is { } foreign)
        {
            ReadFault.NotReadable(source, TextLines.PositionOf(source.Text, start), foreign).AddTo(diagnostics);
            return null;
        }

        SpecNode? root = null;
        ReadFault? fault = null;
        bool isJson = source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (isJson || source.Text[start] is '{' or '[')
        {
            root = JsonSpecReader.Read(source, isForPart, diagnostics, cancellationToken, out fault);
        }

        if (root is null && !isJson && fault is not { IsOverBudget: true })
        {
            ReadFault? asJson = LooksLikeJson(source.Text, start) ? fault : null;
            root = YamlSpecReader.Read(source, diagnostics, cancellationToken, out fault);
            fault = root is null && fault is not { IsOverBudget: true } ? asJson ?? fault : fault;
        }

        fault?.AddTo(diagnostics);
        return root;
    }

    /// <summary>Returns whether the text is probably meant as JSON. If so, the faults found by the JSON reader are reported.</summary>
    private static bool LooksLikeJson(string text, int start)
    {
        int next = start + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r' or '\n')
        {
            next++;
        }

        return text[start] == '{' && next < text.Length && text[next] == '"';
    }

    private static int FirstCharacter(string text)
    {
        int at = 0;
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
        {
            at++;
        }

        return at;
    }
}
