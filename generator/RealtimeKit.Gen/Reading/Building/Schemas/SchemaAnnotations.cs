using NJsonSchema;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>Fills the annotations of a schema, which also apply beside a reference.</summary>
internal static class SchemaAnnotations
{
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
            property.IsReadOnly = marks.IsReadOnly(mapping);
            property.IsWriteOnly = marks.IsWriteOnly(mapping);
        }
    }
}
