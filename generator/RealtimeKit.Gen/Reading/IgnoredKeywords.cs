using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading;

/// <summary>The keywords of a schema that are read and have no effect, each told of where it stands.</summary>
internal static class IgnoredKeywords
{
    /// <summary>Keywords that narrow a value in ways that no C# type does. Those that only bound it (lengths, ranges, patterns) go without saying.</summary>
    private static readonly Dictionary<string, string> _ignored = new(StringComparer.Ordinal)
    {
        ["not"] = "no C# type excludes values",
        ["if"] = "no C# type depends on a value",
        ["then"] = "no C# type depends on a value",
        ["else"] = "no C# type depends on a value",
        ["dependentSchemas"] = "no C# type depends on a value",
        ["dependentRequired"] = "no C# type depends on a value",
        ["propertyNames"] = "the names of a map are any strings",
        ["contains"] = "a list holds any of its items",
        ["unevaluatedItems"] = "a list holds any of its items",
        ["xml"] = "XML bodies travel as text",
    };

    public static void Report(SpecMapping mapping, DiagnosticBag diagnostics)
    {
        foreach (SpecEntry entry in mapping.Entries)
        {
            if (_ignored.TryGetValue(entry.Key, out string? why))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, mapping.KeyLocation(entry.Key), entry.Key, why);
            }
        }
    }
}
