namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The names of a component schema.</summary>
/// <param name="Key">The canonical reference to a component.</param>
/// <param name="Name">The component's key in the document.</param>
/// <param name="GivenName">The C# name that the document specifies, or null.</param>
internal sealed record SchemaKey(string Key, string Name, string? GivenName);
