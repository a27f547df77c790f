using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing;

/// <summary>What of a document's prose becomes documentation.</summary>
internal sealed class Documentation(bool isOn)
{
    /// <summary>Longer prose is cut: it is read in a tooltip.</summary>
    private const int LongestText = 1200;

    private const int LongestExample = 120;

    /// <summary>A schema's title is mostly its name once more; it speaks only where there is no description.</summary>
    public DocModel OfSchema(JsonSchema schema, JsonSchema actual, string fallback) =>
        Of(schema.Description ?? actual.Description ?? schema.Title ?? actual.Title, null, Link(schema) ?? Link(actual), fallback);

    /// <summary>With the property's example, where that is one value and no secret.</summary>
    public DocModel OfProperty(JsonSchema schema, JsonSchema actual, string fallback, bool isSecret)
    {
        string example = (schema.Example ?? actual.Example) switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => "",
        };
        bool isShown = isOn && !isSecret && example.Length <= LongestExample && example.IndexOfAny(['\r', '\n']) < 0;
        return OfSchema(schema, actual, fallback) with { Example = isShown ? example : "" };
    }

    public DocModel Of(string? title, string? description, string? link, string fallback)
    {
        if (!isOn)
        {
            return new DocModel(fallback);
        }

        string summary = Clip(title), remarks = Clip(description);
        if (summary.Length == 0 || string.Equals(summary, remarks, StringComparison.OrdinalIgnoreCase))
        {
            (summary, remarks) = (remarks, "");
        }

        return new DocModel(summary.Length == 0 ? fallback : summary, remarks, link ?? "");
    }

    private static string? Link(JsonSchema schema) =>
        schema.Extension("externalDocs") is IDictionary<string, object?> docs && docs.TryGetValue("url", out object? url) ? url as string : null;

    private static string Clip(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        if (trimmed.Length <= LongestText)
        {
            return trimmed;
        }

        int end = LongestText - (char.IsHighSurrogate(trimmed[LongestText - 1]) ? 1 : 0);
        return trimmed.Substring(0, end) + "…";
    }
}
