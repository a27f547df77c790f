using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Spans of time have two spellings: ISO 8601 (<c>P1DT2H</c>), which is what <c>format: duration</c> means, and .NET's
/// own (<c>1.02:00:00</c>). The latter gets the format under which Swashbuckle writes it, <c>date-span</c>.
/// </summary>
internal static class SpanFormat
{
    private const string DotNet = "date-span";

    /// <summary>The pattern that System.Text.Json gives a <c>TimeSpan</c>.</summary>
    private const string DotNetPattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";

    /// <summary>Whether the document is written by NSwag, which calls a <c>TimeSpan</c> of System.Text.Json a duration.</summary>
    public static bool IsOfNSwag(SpecMapping root) => root["x-generator"].AsText()?.StartsWith("NSwag", StringComparison.Ordinal) == true;

    public static SpecMapping Upgrade(SpecMapping schema, bool isOfNSwag)
    {
        string? format = schema["format"].AsText();
        bool isDotNet = format switch
        {
            "time-span" or "timespan" => true,
            "duration" => isOfNSwag
                || IsSpelledAsDotNet(schema["default"])
                || IsSpelledAsDotNet(schema["example"] ?? schema["examples"].AsSequence()?.Items.FirstOrDefault()),
            null => schema["pattern"].AsText()?.Replace("?:", "") == DotNetPattern,
            _ => false,
        };
        return isDotNet && schema["type"].AsText() is "string" or null
            ? schema.With(("format", schema.Text(DotNet)), ("type", schema["type"] ?? schema.Text("string")))
            : schema;
    }

    private static bool IsSpelledAsDotNet(SpecNode? value) => value.AsText() is { } text && text.IndexOf(':') > 0;
}
