using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>
/// The shape of each key's value, taken from <c>type</c> in the specification's own JSON Schema. A value of another shape has
/// no effect. For example, a text in place of the list of tags adds no tag.
/// </summary>
internal static class ValueShapes
{
    private const ValueShape SchemaShape = ValueShape.Mapping | ValueShape.Boolean;

    private static readonly HashSet<string> _booleans = Words(
        "deprecated allowEmptyValue explode allowReserved nullable readOnly writeOnly required "
        + "x-nullable x-abstract x-enumFlags x-idempotent x-ms-skip-url-encoding x-ms-secret");

    private static readonly HashSet<string> _texts = Words(
        "title summary description url operationId operationRef in name style format pattern propertyName contentType contentEncoding "
        + "contentMediaType collectionFormat scheme flow tokenUrl authorizationUrl openIdConnectUrl host basePath $id $anchor $dynamicAnchor $dynamicRef "
        + "x-type-name x-dotnet-type x-ms-client-name x-ms-parameter-location x-ms-discriminator-value x-kubernetes-action");

    private static readonly HashSet<string> _lists = Words(
        "tags servers parameters security consumes produces schemes enum required allOf oneOf anyOf prefixItems prefixEncoding "
        + "x-enum-varnames x-enumNames");

    /// <summary>Keys whose value is a list by position, or a mapping by what it describes.</summary>
    private static readonly HashSet<string> _listsOrMappings = Words("x-enum-descriptions x-enumDescriptions");

    private static readonly HashSet<string> _mappings = Words(
        "components schemas responses requestBodies headers links callbacks pathItems mediaTypes mapping definitions webhooks parameters "
        + "x-ms-enum x-ms-parameterized-host x-dictionaryKey");

    /// <summary>The shapes of the items of data lists.</summary>
    private static readonly Dictionary<string, ValueShape> _items = new(StringComparer.Ordinal)
    {
        ["security"] = ValueShape.Mapping,
        ["tags"] = ValueShape.Text,
        ["consumes"] = ValueShape.Text,
        ["produces"] = ValueShape.Text,
        ["schemes"] = ValueShape.Text,
    };

    public static ValueShape Of(ObjectKind kind, string key, KeyContent content, SpecDialect dialect)
    {
        if (content.IsMap)
        {
            return ValueShape.Mapping;
        }

        if (content.Kind is ObjectKinds.Schema or ObjectKinds.Items)
        {
            // Before 2020-12, a list of items had the meaning of prefixItems.
            return _lists.Contains(key) ? ValueShape.List : key == "items" ? SchemaShape | ValueShape.List : SchemaShape;
        }

        // RequiredLists checks 'required' of a schema, and the body of a link may be any value.
        return (kind.Name, key) switch
        {
            (ObjectKinds.Schema or ObjectKinds.Items, "required") or (ObjectKinds.Link, "requestBody") => ValueShape.Any,
            (ObjectKinds.Schema or ObjectKinds.Items, "discriminator") when dialect == SpecDialect.Swagger20 => ValueShape.Text,
            (ObjectKinds.Root or ObjectKinds.Components or ObjectKinds.Link, "parameters") => ValueShape.Mapping,
            _ when content.Kind.Length > 0 => _lists.Contains(key) ? ValueShape.List : ValueShape.Mapping,
            _ => OfKey(key),
        };
    }

    /// <summary>Returns the shape of an extension's value; any shape for an unknown extension.</summary>
    public static ValueShape OfExtension(string key) => OfKey(key);

    /// <summary>Returns the shape of each item of a list, or of each value of a map.</summary>
    public static ValueShape Within(string key, KeyContent content) => content.Kind switch
    {
        "" => _items.TryGetValue(key, out ValueShape shape) ? shape : ValueShape.Any,
        ObjectKinds.Schema or ObjectKinds.Items => key == "dependencies" ? ValueShape.Any : SchemaShape,
        _ => ValueShape.Mapping,
    };

    /// <summary>
    /// Returns whether the value has the shape or is empty. Null, empty lists and empty mappings are interchangeable, because
    /// some tools confuse them.
    /// </summary>
    public static bool Fits(SpecNode value, ValueShape shape) => shape == ValueShape.Any || value switch
    {
        SpecMapping mapping => mapping.Entries.Count == 0 || Has(shape, ValueShape.Mapping),
        SpecSequence sequence => sequence.Items.Count == 0 || Has(shape, ValueShape.List),
        _ => value.IsNull() || Has(shape, ValueShape.Text) || (Has(shape, ValueShape.Boolean) && value.AsBoolean() is not null),
    };

    /// <summary>Returns the required shape in words.</summary>
    public static string Name(ValueShape shape) =>
        shape == (ValueShape.List | ValueShape.Mapping) ? "a list or a mapping"
        : Has(shape, ValueShape.Mapping) ? "a mapping"
        : Has(shape, ValueShape.List) ? "a list"
        : Has(shape, ValueShape.Boolean) ? "true or false"
        : "text";

    /// <summary>Returns the shape of a value in words.</summary>
    public static string Name(SpecNode value) => value switch
    {
        SpecMapping => "a mapping",
        SpecSequence => "a list",
        SpecScalar { Kind: SpecScalarKind.Boolean } => "a boolean",
        SpecScalar { Kind: SpecScalarKind.Integer or SpecScalarKind.Number } => "a number",
        _ => "text",
    };

    private static bool Has(ValueShape shape, ValueShape part) => (shape & part) != 0;

    private static ValueShape OfKey(string key) =>
        _lists.Contains(key) && key != "required" ? ValueShape.List
        : _booleans.Contains(key) ? ValueShape.Boolean
        : _texts.Contains(key) ? ValueShape.Text
        : _mappings.Contains(key) ? ValueShape.Mapping
        : _listsOrMappings.Contains(key) ? ValueShape.List | ValueShape.Mapping
        : ValueShape.Any;

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
