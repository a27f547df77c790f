using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Converts one schema object of any dialect to OpenAPI 3.0: a type is one word, null is <c>nullable</c>, a constant is an enum
/// of one value, and binary data is a format. Schemas within it are upgraded separately.
/// </summary>
internal sealed class SchemaUpgrader(SpecDialect dialect, bool isOfNSwag, NullAlternatives nulls, ConstantAlternatives constants)
{
    /// <summary>The keywords that do not affect the structure of a value. Beside a <c>$ref</c>, they do not create a new type.</summary>
    private static readonly HashSet<string> _annotations = new(StringComparer.Ordinal)
    {
        "$ref", "title", "description", "summary", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
        "externalDocs", "xml", "nullable", "$comment", "$schema", "$id", "$anchor", "$defs", "definitions",
    };

    /// <summary>The keywords beside a <c>$ref</c> that describe the member, whatever its type.</summary>
    private static readonly HashSet<string> _ofMember =
        new(StringComparer.Ordinal) { "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs", "nullable" };

    /// <summary>The traits of parts that an upgraded schema was split into. They are applied when the parts are upgraded.</summary>
    private readonly Dictionary<SpecNode, SchemaTraits> _traits = [];

    /// <summary>Returns the schema in OpenAPI 3.0, and the traits that OpenAPI 3.0 cannot express.</summary>
    public (SpecMapping Schema, SchemaTraits Traits) Upgrade(SpecNode node)
    {
        if (node is not SpecMapping schema)
        {
            // true allows any value, false allows none. Any other value has been reported before.
            return (node.AsBoolean() == false ? node.Mapping(("not", node.Mapping())) : node.Mapping(), default);
        }

        SchemaTraits traits = _traits.TryGetValue(node, out SchemaTraits known) ? known : default;
        (schema, NumberText inText) = NumberOrText.Upgrade(UpgradeNullable(nulls.Inline(schema)));
        traits = inText == NumberText.None ? traits : traits with { InText = inText };
        schema = UpgradeType(schema);
        string? format = schema["format"].AsText();
        schema = SpanFormat.Upgrade(schema, isOfNSwag);
        traits = schema["format"].AsText() == format ? traits : traits with { WrittenFormat = format };
        if (schema["const"] is { } constant && schema["enum"] is null)
        {
            schema = schema.With(("const", null), ("enum", constant.Sequence([constant])));
            traits = traits with { IsConstant = true };
        }

        schema = MixedEnum.Upgrade(schema);
        schema = UpgradeContent(schema);
        schema = MapValue.Upgrade(UpgradeTuple(schema));
        schema = JsonPatchAlternatives.Upgrade(constants.Upgrade(nulls.Upgrade(schema)));
        return UpgradeReference(UpgradeDynamicReference(schema), traits);
    }

    /// <summary>
    /// Replaces <c>$dynamicRef</c> by <c>$ref</c>. Its meaning depends on where it is used, which a C# type cannot express.
    /// </summary>
    private static SpecMapping UpgradeDynamicReference(SpecMapping schema) =>
        schema["$dynamicRef"] is { } reference && schema["$ref"] is null ? schema.With(("$dynamicRef", null), ("$ref", reference)) : schema;

    private static SpecMapping UpgradeNullable(SpecMapping schema) =>
        schema["x-nullable"].IsTrue() && schema["nullable"] is null ? schema.With(("nullable", schema.True())) : schema;

    private static SpecMapping UpgradeType(SpecMapping schema)
    {
        switch (schema["type"])
        {
            case SpecScalar { Text: "file" } file:
                return schema.With(("type", file.Text("string")), ("format", file.Text("binary")));
            case SpecScalar { Text: "null" } or SpecScalar { Kind: SpecScalarKind.Null }:
                return schema.With(("type", null), ("nullable", schema.True()));
            case SpecSequence types:
                return UpgradeTypes(schema, types);
            default:
                return schema;
        }
    }

    private static SpecMapping UpgradeTypes(SpecMapping schema, SpecSequence types)
    {
        SpecNode[] named = types.Items.Where(static type => type.AsText() is not (null or "null")).ToArray();
        bool isNullable = named.Length < types.Items.Count;
        SpecScalar? nullable = isNullable ? schema.True() : null;
        if (named.Length == 0)
        {
            return schema.With(("type", null), ("nullable", nullable));
        }

        if (named.Length == 1)
        {
            return schema.With(("type", named[0]), ("nullable", nullable ?? schema["nullable"]));
        }

        bool hasAlternatives = schema["enum"] is not null || schema["oneOf"] is not null || schema["anyOf"] is not null;
        if (!hasAlternatives && schema["allOf"] is SpecSequence parts && !named.Any(static type => type.AsText() == "object"))
        {
            // The types are alternatives of their own, which the other parts narrow.
            SpecMapping typed = schema.Mapping(("type", types), ("items", schema["items"]), ("format", schema["format"]));
            return schema.With(
                ("type", null),
                ("items", null),
                ("format", null),
                ("allOf", schema.Sequence(parts.Items.Prepend(typed))),
                ("nullable", nullable ?? schema["nullable"]));
        }

        if (hasAlternatives || schema["allOf"] is not null)
        {
            return schema.With(("type", null), ("nullable", nullable ?? schema["nullable"]));
        }

        SpecMapping branch = schema.With(("type", null), ("title", null), ("description", null), ("default", null), ("nullable", null));
        return schema.Mapping(
            ("anyOf", schema.Sequence(named.Select(type => TypeKeywords.Select(branch, type)))),
            ("nullable", nullable),
            ("title", schema["title"]),
            ("description", schema["description"]));
    }

    private static SpecMapping UpgradeContent(SpecMapping schema)
    {
        if (schema["format"] is not null || schema["contentEncoding"] is null && schema["contentMediaType"] is null)
        {
            return schema;
        }

        string? encoding = schema["contentEncoding"].AsText();
        string? media = schema["contentMediaType"].AsText();
        return encoding is "base64" or "base64url" ? schema.With(("format", schema.Text(encoding == "base64" ? "byte" : "base64url")))
            : encoding is null && media is not null && !media.Contains("json") && !media.StartsWith("text/", StringComparison.Ordinal)
                ? schema.With(("format", schema.Text("binary")))
                : schema;
    }

    private static SpecMapping UpgradeTuple(SpecMapping schema) =>
        schema["items"] is SpecSequence items ? schema.With(("items", null), ("prefixItems", items)) : schema;

    /// <summary>Upgrades a <c>$ref</c> with siblings, which apply in 3.1: both become parts of an <c>allOf</c>.</summary>
    private (SpecMapping Schema, SchemaTraits Traits) UpgradeReference(SpecMapping schema, SchemaTraits traits)
    {
        if (dialect != SpecDialect.OpenApi31 || schema["$ref"] is not { } reference
            || schema.Entries.All(static entry => _annotations.Contains(entry.Key) || entry.IsExtension))
        {
            return (schema, traits);
        }

        SpecMapping target = schema.Mapping(("$ref", reference));
        SpecMapping rest = schema.With(("$ref", null), ("allOf", null));
        _traits[rest] = traits;
        IEnumerable<SpecNode> parts = schema["allOf"].AsSequence()?.Items ?? [];
        (string Key, SpecNode? Value)[] entries = schema.Entries
            .Where(static entry => _ofMember.Contains(entry.Key) || entry.IsExtension)
            .Select(static entry => (entry.Key, (SpecNode?)entry.Value))
            .ToArray();
        SpecMapping whole = schema.Mapping([("allOf", schema.Sequence(new SpecNode[] { target, rest }.Concat(parts))), .. entries]);
        return (whole, default);
    }
}
