using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>Reports keywords that describe parts which values of the schema's type do not have: properties of a list, and items of anything else.</summary>
internal static class VoidKeywords
{
    private static readonly string[] _ofObject = ["properties", "patternProperties", "additionalProperties"];
    private static readonly string[] _ofList = ["items", "prefixItems"];

    public static void Report(SpecMapping schema, DiagnosticBag diagnostics)
    {
        (string[] keywords, string parts) = schema["type"].AsText() switch
        {
            "array" => (_ofObject, "properties"),
            "object" or "string" or "integer" or "number" or "boolean" => (_ofList, "items"),
            _ => ([], ""),
        };
        foreach (string keyword in keywords.Where(keyword => schema[keyword].HasContent()))
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored,
                schema.KeyLocation(keyword),
                keyword,
                $"a value of 'type: {schema["type"].AsText()}' has no {parts}");
        }
    }
}
