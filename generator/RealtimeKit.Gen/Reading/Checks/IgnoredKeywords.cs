using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>Reports keywords that are valid and have no effect on the client.</summary>
internal static class IgnoredKeywords
{
    /// <summary>
    /// The keywords of a schema that restrict a value in a way that no C# type can express. Limits such as lengths, ranges and
    /// patterns are not reported.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> OfSchema = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["not"] = "a C# type cannot exclude values",
        ["if"] = "a C# type cannot depend on a value",
        ["then"] = "a C# type cannot depend on a value",
        ["else"] = "a C# type cannot depend on a value",
        ["dependentSchemas"] = "a C# type cannot depend on a value",
        ["dependentRequired"] = "a C# type cannot depend on a value",
        ["propertyNames"] = "the keys of a map can be any strings",
        ["contains"] = "a list type does not limit which items occur",
        ["unevaluatedItems"] = "a list type does not limit which items occur",
        ["xml"] = "XML bodies are sent as text",
    };

    public static readonly IReadOnlyDictionary<string, string> OfMediaType = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["prefixEncoding"] = "parts are identified by their names, not by their order",
        ["itemEncoding"] = "parts are identified by their names, not by their order",
    };

    public static readonly IReadOnlyDictionary<string, string> OfEncoding = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["prefixEncoding"] = OfMediaType["prefixEncoding"],
        ["itemEncoding"] = OfMediaType["itemEncoding"],
        ["encoding"] = "a part is sent as one value, so its fields have no encoding of their own",
    };

    /// <summary>Reports what an upgraded schema says without an effect. The schema <c>false</c> has become the <c>not</c> of any value.</summary>
    public static void ReportSchema(SpecNode written, SpecMapping upgraded, DiagnosticBag diagnostics)
    {
        if (written is not SpecMapping)
        {
            if (written.AsBoolean() == false)
            {
                diagnostics.Add(Descriptors.KeywordIgnored, written.Location, "false", OfSchema["not"]);
            }

            return;
        }

        Report(upgraded, OfSchema, diagnostics);
    }

    public static void Report(SpecMapping mapping, IReadOnlyDictionary<string, string> ignored, DiagnosticBag diagnostics)
    {
        foreach (SpecEntry entry in mapping.Entries)
        {
            if (ignored.TryGetValue(entry.Key, out string? why) && !IsRest(entry.Key, mapping))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, mapping.KeyLocation(entry.Key), entry.Key, why);
            }
        }
    }

    /// <summary>Returns whether a keyword describes the items after those of a tuple, which have a type.</summary>
    private static bool IsRest(string keyword, SpecMapping schema) =>
        keyword == "unevaluatedItems" && schema["prefixItems"] is not null && schema["items"] is null;
}
