using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>Reads the alternatives of a schema.</summary>
internal static class Alternatives
{
    /// <summary>Returns the keyword with which a schema lists its alternatives.</summary>
    public static string KeywordOf(SpecMapping schema) => schema["oneOf"] is not null ? "oneOf" : "anyOf";

    /// <summary>Returns the only values that a schema allows, or none if it has no list of them.</summary>
    public static IEnumerable<SpecNode> ValuesOf(SpecMapping? schema) =>
        schema?["const"] is { } only ? [only] : schema?["enum"].AsSequence()?.Items ?? [];
}
