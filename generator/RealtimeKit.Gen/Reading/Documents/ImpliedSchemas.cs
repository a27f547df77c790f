using NJsonSchema;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>Creates schemas that a document implies but does not contain. Each has the location of the part that implies it.</summary>
internal sealed class ImpliedSchemas(SchemaRegister register, SpecLocations locations)
{
    private readonly Dictionary<JsonSchema, IReadOnlyList<JsonSchema>> _choices = [];

    /// <summary>Returns a schema that allows any value.</summary>
    public static JsonSchema Any() => new();

    /// <summary>Returns the schemas that imply a choice among them, or all of them together, or only the schema itself for any other schema.</summary>
    public IReadOnlyList<JsonSchema> ChoicesOf(JsonSchema schema) => _choices.TryGetValue(schema, out IReadOnlyList<JsonSchema>? choices) ? choices : [schema];

    /// <summary>Returns a schema that allows any value, with the location of another one.</summary>
    public JsonSchema AnyAt(JsonSchema place) => At(place, new JsonSchema());

    /// <summary>Returns a schema that allows any value, with an extension that is true.</summary>
    public JsonSchema MarkedAt(JsonSchema place, string extension) =>
        At(place, new JsonSchema { ExtensionData = new Dictionary<string, object?> { [extension] = true } });

    /// <summary>Returns a schema of values that match all the parts, with the first of their descriptions.</summary>
    public JsonSchema AllOf(IReadOnlyList<JsonSchema> parts)
    {
        JsonSchema schema = new() { Description = parts.Select(static part => part.Description).FirstOrDefault(static text => text is { Length: > 0 }) };
        foreach (JsonSchema part in parts)
        {
            schema.AllOf.Add(part);
        }

        return Choice(parts, schema);
    }

    /// <summary>Returns a schema of values that match all the parts, and that have the members of one of the alternatives, or of none.</summary>
    public JsonSchema AllOf(IReadOnlyList<JsonSchema> parts, IReadOnlyList<JsonSchema> alternatives)
    {
        JsonSchema schema = AllOf(parts);
        foreach (JsonSchema alternative in alternatives)
        {
            schema.AnyOf.Add(alternative);
        }

        return schema;
    }

    /// <summary>Returns a schema of values that match at least one of the alternatives.</summary>
    public JsonSchema AnyOf(IReadOnlyList<JsonSchema> alternatives)
    {
        JsonSchema schema = new();
        foreach (JsonSchema alternative in alternatives)
        {
            schema.AnyOf.Add(alternative);
        }

        return Choice(alternatives, schema);
    }

    /// <summary>Returns an enum schema with these values.</summary>
    /// <param name="like">The schema whose type and description are copied.</param>
    /// <param name="parts">The schemas with the values. The location of the first is used.</param>
    public JsonSchema Enum(IEnumerable<object?> values, JsonSchema like, IReadOnlyList<JsonSchema> parts)
    {
        JsonSchema schema = new() { Type = like.Type, Description = like.Description };
        foreach (object? value in values)
        {
            schema.Enumeration.Add(value);
        }

        return Choice(parts, schema);
    }

    /// <summary>Returns a string schema.</summary>
    /// <param name="place">The schema whose location is used.</param>
    public JsonSchema Text(string description, JsonSchema place) => At(place, new JsonSchema { Type = JsonObjectType.String, Description = description });

    /// <summary>Returns a schema with the location of a part of the document, such as an operation whose result it describes.</summary>
    public JsonSchema Of(object part)
    {
        JsonSchema schema = new();
        if (locations.Of(part) is { } location)
        {
            register.Add(schema, location);
        }

        return schema;
    }

    private JsonSchema Choice(IReadOnlyList<JsonSchema> choices, JsonSchema schema)
    {
        _choices.Add(schema, choices);
        return At(choices[0], schema);
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
