using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Checks;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>Fills a schema object from the keywords of an upgraded schema that is not a reference.</summary>
internal sealed class SchemaFiller(SchemaBuilder schemas, DiscriminatorBuilder discriminators, SpecReferences references, DiagnosticBag diagnostics)
{
    /// <summary>The most members of one keyword. NJsonSchema takes time that grows with the square of their number.</summary>
    private const int MostMembers = 10_000;

    private readonly AlternativeTypes _alternatives = new(references, diagnostics);

    public void Fill(JsonSchema schema, SpecMapping mapping)
    {
        FillType(schema, mapping);
        FillObject(schema, mapping);
        FillArray(schema, mapping);
        FillComposition(schema, mapping);
    }

    private void FillType(JsonSchema schema, SpecMapping mapping)
    {
        string? type = mapping["type"].AsText();
        schema.Format = mapping["format"].AsText();
        schema.Type = type switch
        {
            "object" => JsonObjectType.Object,
            "array" => JsonObjectType.Array,
            "string" => JsonObjectType.String,
            "integer" => JsonObjectType.Integer,
            "number" => JsonObjectType.Number,
            "boolean" => JsonObjectType.Boolean,
            _ => JsonObjectType.None,
        };
        if (type is not null && schema.Type == JsonObjectType.None && type is not ("any" or "null"))
        {
            diagnostics.Add(Descriptors.DocumentInvalid, mapping["type"]!.Location, $"'{type}' is not a schema type");
        }

        if (mapping["enum"] is not SpecSequence values || !references.Reuse.Take(values))
        {
            return;
        }

        bool isReported = false;
        foreach (SpecNode value in values.Items)
        {
            isReported = isReported || (type == "string" && IsReported(value));
            if (value.IsNull())
            {
                schema.IsNullableRaw = true;
            }
            else
            {
                schema.Enumeration.Add(EnumValue(value, type));
            }
        }
    }

    /// <summary>
    /// Returns a value of an enum. A number where the type is string, such as an unquoted 1.0 in YAML, is used as it is written.
    /// </summary>
    private static object? EnumValue(SpecNode value, string? type) => (type, value) switch
    {
        ("string", SpecScalar scalar) => scalar.Text,
        ("integer", SpecScalar scalar) => PlainValue.Whole(PlainValue.Of(scalar)!),
        _ => PlainValue.Of(value),
    };

    /// <summary>Reports a value that is text only as it is written in YAML, such as <c>0x1F</c> or <c>010</c>.</summary>
    private bool IsReported(SpecNode value)
    {
        if (value is not SpecScalar { Kind: SpecScalarKind.Boolean or SpecScalarKind.Integer or SpecScalarKind.Number } scalar
            || CoreNumber.InJson(scalar) is var json && json == scalar.Text)
        {
            return false;
        }

        diagnostics.Add(Descriptors.ValueNotText, value.Location, scalar.Text, json is null ? "a number, which JSON cannot express" : json + " in JSON");
        return true;
    }

    private void FillObject(JsonSchema schema, SpecMapping mapping)
    {
        if (Members(mapping, "properties") is { } properties)
        {
            // Built by name, so that no other result depends on the order of the document, which the schema itself keeps.
            Dictionary<string, JsonSchemaProperty> built = new(StringComparer.Ordinal);
            foreach (SpecEntry entry in properties.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
            {
                if (!built.ContainsKey(entry.Key))
                {
                    built[entry.Key] = schemas.BuildProperty(entry.Value);
                }
            }

            foreach (SpecEntry entry in properties.Entries)
            {
                schema.Properties[entry.Key] = built[entry.Key];
            }
        }

        if (mapping["required"] is SpecSequence required)
        {
            foreach (string name in required.Items.Select(SpecNodeReading.AsText).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                schema.RequiredProperties.Add(name);
            }
        }

        switch (mapping["additionalProperties"] ?? mapping["unevaluatedProperties"])
        {
            case SpecMapping { Entries.Count: > 0 } values:
                schema.AdditionalPropertiesSchema = schemas.Build(values);
                break;
            case { } flag when flag.AsBoolean() == false:
                schema.AllowAdditionalProperties = false;
                break;
        }

        if (Members(mapping, "patternProperties") is { } patterns)
        {
            foreach (SpecEntry entry in patterns.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
            {
                schema.PatternProperties[entry.Key] = schemas.BuildProperty(entry.Value);
            }
        }
    }

    private void FillArray(JsonSchema schema, SpecMapping mapping)
    {
        if (mapping["prefixItems"] is not SpecSequence tuple)
        {
            schema.Item = mapping["items"] is { } items ? schemas.Build(items) : null;
            return;
        }

        SpecNode? further = mapping["items"] ?? mapping["additionalItems"] ?? mapping["unevaluatedItems"];
        schema.AllowAdditionalItems = !(Count(mapping["maxItems"]) <= tuple.Items.Count);
        schema.Item = further is not null && schema.AllowAdditionalItems && further.AsBoolean() != false ? schemas.Build(further) : null;
        schema.MinItems = Count(mapping["minItems"]) ?? 0;
        foreach (SpecNode item in tuple.Items)
        {
            // The setter of Item removes those that are already there.
            schema.Items.Add(schemas.Build(item));
        }
    }

    private static int? Count(SpecNode? node) => node is not null && PlainValue.Of(node) is long and >= 0 and <= MostMembers and long count ? (int)count : null;

    private void FillComposition(JsonSchema schema, SpecMapping mapping)
    {
        AddAll(schema.AllOf, mapping, "allOf");
        AddAll(schema.OneOf, mapping, "oneOf");
        AddAll(schema.AnyOf, mapping, "anyOf");
        if (mapping["not"] is { } not)
        {
            schema.Not = schemas.Build(not);
        }

        discriminators.Fill(schema, mapping, schemas.BuildReferenced);
    }

    private void AddAll(ICollection<JsonSchema> target, SpecMapping mapping, string keyword)
    {
        if (mapping[keyword] is not SpecSequence parts)
        {
            return;
        }

        if (IsTooMany(mapping, keyword, parts.Items.Count) || (keyword != "allOf" && _alternatives.HaveNoEffect(mapping, keyword, parts)))
        {
            return;
        }

        foreach (SpecNode part in keyword == "allOf" ? schemas.Bases.Of(mapping) : PossibleOf(parts))
        {
            target.Add(schemas.Build(part));
        }
    }

    /// <summary>Returns the alternatives that a value can match: all but <c>false</c>.</summary>
    private IReadOnlyList<SpecNode> PossibleOf(SpecSequence alternatives)
    {
        SpecNode[] possible = alternatives.Items.Where(part => !IsNever(part.Reference() is { } reference ? references.Peek(part, reference) : part)).ToArray();
        return possible.Length == 0 ? alternatives.Items : possible;
    }

    /// <summary>Returns whether no value matches a schema: <c>false</c>, or the <c>not</c> of a schema that every value matches.</summary>
    private static bool IsNever(SpecNode? node) => node is SpecScalar
        ? node.AsBoolean() == false
        : node is SpecMapping { Entries.Count: 1 } mapping && mapping["not"] is { } not && (not is SpecMapping { Entries.Count: 0 } || not.IsTrue());

    private SpecMapping? Members(SpecMapping mapping, string keyword)
    {
        switch (mapping[keyword])
        {
            case null:
                return null;
            case SpecMapping members:
                return IsTooMany(mapping, keyword, members.Entries.Count) ? null : members;
            case { } other:
                if (!other.IsNull())
                {
                    diagnostics.Add(Descriptors.DocumentInvalid, other.Location, $"'{keyword}' must be a mapping");
                }

                return null;
        }
    }

    private bool IsTooMany(SpecMapping mapping, string keyword, int count)
    {
        if (count <= MostMembers)
        {
            return false;
        }

        diagnostics.Add(
            Descriptors.SpecBudgetExceeded,
            mapping.KeyLocation(keyword),
            $"{MostMembers.ToString(CultureInfo.InvariantCulture)} members in one '{keyword}' ({count.Invariant()} here)");
        return true;
    }
}
