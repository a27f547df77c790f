using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Distinguishes the two formats of time spans: ISO 8601 (<c>P1DT2H</c>), which is the meaning of <c>format: duration</c>, and
/// that of .NET (<c>1.02:00:00</c>). The latter gets the format <c>date-span</c>, as Swashbuckle writes it.
/// </summary>
internal static class SpanFormat
{
    private const string DotNet = "date-span";

    /// <summary>The pattern that System.Text.Json gives a <c>TimeSpan</c>.</summary>
    private const string DotNetPattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$";

    /// <summary>Returns whether NSwag wrote the document. It describes a <c>TimeSpan</c> of System.Text.Json as a duration.</summary>
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
