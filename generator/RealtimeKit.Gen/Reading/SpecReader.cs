using System.Globalization;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading;

/// <summary>
/// From text to tree. A <c>.json</c> file is JSON and nothing else; any other is YAML, but since JSON is YAML and much
/// faster to read as JSON, a text that starts like JSON is tried as such first.
/// </summary>
internal static class SpecReader
{
    public static SpecNode? Read(SpecSource source, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        if (source.Text.Length > ReadBudget.MaxCharacters)
        {
            string limit = ReadBudget.MaxCharacters.ToString("N0", CultureInfo.InvariantCulture);
            ReadFault.OverBudget(source, default, limit + " characters").AddTo(diagnostics);
            return null;
        }

        char first = FirstCharacter(source.Text);
        if (first == '\0')
        {
            ReadFault.NotReadable(source, default, "The text is empty; an OpenAPI document starts with 'openapi:' or 'swagger:'").AddTo(diagnostics);
            return null;
        }

        SpecNode? root = null;
        ReadFault? fault = null;
        bool isJson = source.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        if (isJson || first is '{' or '[')
        {
            root = JsonSpecReader.Read(source, diagnostics, cancellationToken, out fault);
        }

        if (root is null && !isJson && fault is not { IsOverBudget: true })
        {
            root = YamlSpecReader.Read(source, diagnostics, cancellationToken, out fault);
        }

        fault?.AddTo(diagnostics);
        return root;
    }

    private static char FirstCharacter(string text)
    {
        foreach (char c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                return c;
            }
        }

        return '\0';
    }
}
