using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Makes the value of a map any JSON if its schema says only that it is an object. So swagger-core writes Java's <c>Object</c> (springdoc's
/// <c>Map&lt;String, Object&gt;</c>), and go-swagger <c>interface{}</c>: their values are often texts and numbers.
/// </summary>
/// <remarks>
/// The items of a list and properties stay objects. Authors write them so by hand and mean objects, whose members they do not describe.
/// </remarks>
internal static class MapValue
{
    /// <summary>The keywords that do not say what an object has.</summary>
    private static readonly HashSet<string> _annotations = new(StringComparer.Ordinal)
    {
        "type", "title", "description", "nullable", "deprecated", "readOnly", "writeOnly", "externalDocs", "xml", "$comment",
    };

    private static readonly HashSet<string> _values = new(StringComparer.Ordinal) { "default", "example" };

    public static SpecMapping Upgrade(SpecMapping schema)
    {
        string keyword = schema["additionalProperties"] is null ? "unevaluatedProperties" : "additionalProperties";
        return schema[keyword] is SpecMapping value && IsObject(value["type"]) && value.Entries.All(IsWithoutMembers)
            ? schema.With((keyword, value.With(("type", null), ("nullable", IsNullable(value["type"]) ? value.True() : value["nullable"]))))
            : schema;
    }

    private static bool IsObject(SpecNode? type) => type switch
    {
        SpecSequence types => types.Items.Any(IsObject) && types.Items.All(static each => IsObject(each) || each.AsText() is null or "null"),
        _ => type.AsText() == "object",
    };

    private static bool IsNullable(SpecNode? type) => type is SpecSequence types && !types.Items.All(IsObject);

    /// <summary>Returns whether an entry leaves open what the object has. An example that is an object does not.</summary>
    private static bool IsWithoutMembers(SpecEntry entry)
        => _annotations.Contains(entry.Key) || ExtensionKey.Is(entry.Key) || (_values.Contains(entry.Key) && entry.Value is SpecScalar);
}
