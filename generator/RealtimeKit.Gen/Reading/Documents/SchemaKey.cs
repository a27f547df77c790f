using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The names of a component schema.</summary>
/// <param name="Key">The canonical reference to a component.</param>
/// <param name="Name">The component's key in the document.</param>
/// <param name="GivenName">The C# name that the document specifies, or null.</param>
internal sealed record SchemaKey(string Key, string Name, string? GivenName)
{
    /// <summary>Gets the place of the component, also of one that nothing uses.</summary>
    public required SpecLocation Location { get; init; }

    /// <summary>Gets the key of the component that is the same but for null, and whose type both have, or null.</summary>
    public string? TwinOf { get; init; }

    /// <summary>Gets the canonical reference to the schema that a component only refers to, or null.</summary>
    public string? AliasOf { get; init; }
}
