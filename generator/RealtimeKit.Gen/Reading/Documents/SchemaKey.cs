namespace RealtimeKit.Gen.Reading.Documents;

/// <param name="Key">The canonical reference to a component.</param>
/// <param name="Name">The component's key in the document.</param>
/// <param name="GivenName">The C# name that the author gives.</param>
internal sealed record SchemaKey(string Key, string Name, string? GivenName);
