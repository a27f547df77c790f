using NJsonSchema;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>Fills the annotations of a schema, which also apply beside a reference.</summary>
internal static class SchemaAnnotations
{
    public static void Fill(JsonSchema schema, SpecMapping mapping)
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
            property.IsReadOnly = Says(mapping, "readOnly");
            property.IsWriteOnly = Says(mapping, "writeOnly");
        }
    }

    /// <summary>Returns whether a schema or a part of its own <c>allOf</c> sets a keyword to true.</summary>
    private static bool Says(SpecMapping mapping, string keyword)
    {
        if (mapping["allOf"] is null)
        {
            return mapping[keyword].IsTrue();
        }

        HashSet<SpecMapping> visited = [];
        Stack<SpecMapping> open = new([mapping]);
        while (open.Count > 0)
        {
            SpecMapping part = open.Pop();
            if (part[keyword].IsTrue())
            {
                return true;
            }

            foreach (SpecMapping inner in visited.Add(part) ? part["allOf"].AsSequence()?.Items.OfType<SpecMapping>() ?? [] : [])
            {
                open.Push(inner);
            }
        }

        return false;
    }
}
