using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Separates the keywords of a schema with several types. Those of objects say nothing about a text, and those of lists nothing about an
/// object.
/// </summary>
internal static class TypeKeywords
{
    private static readonly string[] _ofObjects =
    [
        "properties", "patternProperties", "additionalProperties", "unevaluatedProperties", "required", "discriminator", "propertyNames", "dependentRequired",
        "dependentSchemas",
    ];

    private static readonly string[] _ofLists = ["items", "prefixItems", "unevaluatedItems", "contains"];

    /// <summary>Returns the schema with one of its types, without the keywords of the others.</summary>
    public static SpecMapping Select(SpecMapping schema, SpecNode type)
    {
        string? name = type.AsText();
        IEnumerable<string> others = (name == "object" ? [] : _ofObjects).Concat(name == "array" ? [] : _ofLists);
        return schema.With(others
            .Where(keyword => schema[keyword] is not null)
            .Select(static keyword => (keyword, (SpecNode?)null))
            .Append(("type", type))
            .ToArray());
    }
}
