using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds the inline schemas in bodies of PATCH that differ from the same schemas elsewhere. An absent property keeps its value there, so
/// no default is set, and null is told from absent. If other bodies shared such a type, they would be sent without their defaults.
/// </summary>
internal sealed class PatchedSchemas
{
    private readonly HashSet<JsonSchema> _within = [];
    private readonly Dictionary<JsonSchema, bool> _differs = [];
    private readonly SchemaIndex _index;

    /// <param name="bodies">The schemas of the bodies.</param>
    public PatchedSchemas(IEnumerable<JsonSchema> bodies, SchemaIndex index)
    {
        _index = index;
        Stack<JsonSchema> open = new(bodies);
        while (open.Count > 0)
        {
            JsonSchema schema = open.Pop();
            foreach (JsonSchema part in schema.Reference is null && _within.Add(schema) ? PartsOf(schema) : [])
            {
                open.Push(part);
            }
        }
    }

    /// <summary>Returns whether the schema is in a body of PATCH and differs there.</summary>
    public bool Contains(JsonSchema schema) => _within.Contains(schema) && Differs(schema);

    private bool Differs(JsonSchema schema)
    {
        if (_differs.TryGetValue(schema, out bool known))
        {
            return known;
        }

        _differs[schema] = false;
        return _differs[schema] = schema.Properties.Values.Any(property => IsTold(schema, property))
            || PartsOf(schema).Any(part => part.Reference is null && Differs(part))
            || schema.AllOf.Any(part => Differs(SchemaFacts.Follow(part)));
    }

    private bool IsTold(JsonSchema schema, JsonSchemaProperty property) =>
        Annotations.Defaults(property, _index).Any()
        || (!schema.RequiredProperties.Contains(property.Name) && OwnParts.Of(property).Prepend(property).Any(SchemaFacts.IsNullable));

    private static IEnumerable<JsonSchema> PartsOf(JsonSchema schema) => schema.Properties.Values
        .Concat(schema.AllOf)
        .Concat(schema.OneOf)
        .Concat(schema.AnyOf)
        .Concat(schema.Items)
        .Concat(schema.Item is { } item ? [item] : [])
        .Concat(schema.AdditionalPropertiesSchema is { } value ? [value] : []);
}
