namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>A schema, a value of it, and what a consumer then finds.</summary>
/// <param name="Name">Of the property that has the schema.</param>
/// <param name="Schema">In YAML's flow style.</param>
/// <param name="Json">The value, read and written again.</param>
/// <param name="Condition">C# over <c>x</c>, the property.</param>
/// <param name="Written">The written JSON if it differs from the JSON that was read.</param>
public sealed record SchemaCase(string Name, string Schema, string Json, string Condition, string? Written = null);
