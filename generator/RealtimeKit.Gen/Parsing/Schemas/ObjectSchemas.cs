using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>Finds schemas whose values are objects, through the parts and alternatives of two levels.</summary>
internal static class ObjectSchemas
{
    private static readonly Memo<JsonSchema, bool> _alike = new();
    private static readonly Memo<JsonSchema, bool> _shallow = new();

    /// <summary>Returns whether a schema describes objects, itself or by all its parts or alternatives.</summary>
    public static bool AreObjects(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return SaysObject(actual) ?? _alike.Of(actual, static actual => actual.AllOf.Count > 0
            ? actual.AllOf.Where(SchemaFacts.IsStructural).All(AreShallow)
            : Branches(actual, AreShallow));
    }

    private static bool AreShallow(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return SaysObject(actual) ?? (actual.AllOf.Count > 0 || _shallow.Of(actual, static actual => Branches(actual, AreOnly)));
    }

    private static bool AreOnly(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return SaysObject(actual) ?? actual.AllOf.Count > 0;
    }

    private static bool Branches(JsonSchema actual, Func<JsonSchema, bool> are) => SchemaFacts.Branches(actual) is { Count: > 0 } branches && branches.All(are);

    /// <summary>Returns whether a schema itself says that its values are objects, or null if only its parts can say it.</summary>
    private static bool? SaysObject(JsonSchema actual) =>
        actual.Type == JsonObjectType.Object || (actual.Type == JsonObjectType.None && SchemaFacts.HasObjectKeywords(actual)) ? true
        : actual.Type == JsonObjectType.None && SchemaFacts.HasParts(actual) ? null
        : SchemaFacts.IsOnlyDiscriminated(actual);
}
