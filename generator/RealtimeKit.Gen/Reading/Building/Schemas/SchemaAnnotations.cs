using NJsonSchema;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>Fills the annotations of a schema, which also apply beside a reference.</summary>
internal static class SchemaAnnotations
{
    /// <summary>The keyword with which a schema that is not a property says that its text is only sent.</summary>
    public const string WriteOnly = "writeOnly";

    public static void Fill(JsonSchema schema, SpecMapping mapping, DirectionMarks marks)
    {
        schema.Title = mapping["title"].AsText();
        schema.Description = mapping["description"].AsText();
        schema.IsDeprecated = mapping["deprecated"].IsTrue();
        schema.IsNullableRaw = mapping["nullable"].AsBoolean();
        foreach (SpecEntry entry in mapping.Entries)
        {
            if (entry.IsExtension)
            {
                (schema.ExtensionData ??= new Dictionary<string, object?>(StringComparer.Ordinal))[entry.Key] = PlainValue.Of(entry.Value);
            }
        }

        if (mapping["default"] is { } value)
        {
            schema.Default = PlainValue.Of(value);
        }

        if ((mapping["example"] ?? mapping["examples"].AsSequence()?.Items.FirstOrDefault()) is SpecScalar example)
        {
            schema.Example = PlainValue.Of(example);
        }

        if (schema is JsonSchemaProperty property)
        {
            marks.Fill(property, mapping);
        }
        else if (mapping[WriteOnly].IsTrue() && mapping["type"].AsText() is null or "string")
        {
            // NJsonSchema knows the keyword in properties only.
            (schema.ExtensionData ??= new Dictionary<string, object?>(StringComparer.Ordinal))[WriteOnly] = true;
        }
    }
}
