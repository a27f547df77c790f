using NJsonSchema;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// Creates schemas that a document implies but does not contain. Each one has the place of the schema or part that implies it.
/// </summary>
internal sealed class ImpliedSchemas(SchemaRegister register, SpecLocations locations)
{
    /// <summary>Returns a schema that allows any value.</summary>
    public static JsonSchema Any() => new();

    /// <summary>Returns a schema that allows any value, at the place of another one.</summary>
    public JsonSchema AnyAt(JsonSchema place) => At(place, new JsonSchema());

    /// <summary>Returns the schema of values that all the parts describe.</summary>
    public JsonSchema AllOf(IReadOnlyList<JsonSchema> parts)
    {
        JsonSchema schema = new();
        foreach (JsonSchema part in parts)
        {
            schema.AllOf.Add(part);
        }

        return At(parts[0], schema);
    }

    /// <summary>Returns the schema of values that one of the alternatives describes.</summary>
    public JsonSchema AnyOf(IReadOnlyList<JsonSchema> alternatives)
    {
        JsonSchema schema = new();
        foreach (JsonSchema alternative in alternatives)
        {
            schema.AnyOf.Add(alternative);
        }

        return At(alternatives[0], schema);
    }

    /// <summary>Returns an enum of values, described as another schema is.</summary>
    /// <param name="like">The schema whose type and description the enum has.</param>
    /// <param name="place">The schema whose place the enum has.</param>
    public JsonSchema Enum(IEnumerable<object?> values, JsonSchema like, JsonSchema place)
    {
        JsonSchema schema = new() { Type = like.Type, Description = like.Description };
        foreach (object? value in values)
        {
            schema.Enumeration.Add(value);
        }

        return At(place, schema);
    }

    /// <summary>Returns the schema of a text.</summary>
    /// <param name="place">The schema whose place the text has.</param>
    public JsonSchema Text(string description, JsonSchema place) => At(place, new JsonSchema { Type = JsonObjectType.String, Description = description });

    /// <summary>Returns the schema of what a part of the document gives, such as the result of an operation.</summary>
    public JsonSchema Of(object part)
    {
        JsonSchema schema = new();
        if (locations.Of(part) is { } location)
        {
            register.Add(schema, location);
        }

        return schema;
    }

    private JsonSchema At(JsonSchema place, JsonSchema schema)
    {
        if (register.OriginOf(place) is { } origin)
        {
            register.Add(schema, new SchemaOrigin(origin.Node, null, ""));
        }

        return schema;
    }
}
