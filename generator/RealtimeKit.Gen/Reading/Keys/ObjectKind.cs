namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>One of the specification's objects: the keys of all versions, and the objects below them.</summary>
internal sealed class ObjectKind(string name, Dictionary<string, KeyContent> keys, string values)
{
    /// <summary>Gets the name in the specification.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the content of each key that any version of OpenAPI allows here.</summary>
    public Dictionary<string, KeyContent> Keys { get; } = keys;

    /// <summary>Gets whether the keys are data, such as status codes, each with an object of the kind <see cref="Values"/>.</summary>
    public bool IsMap => Values.Length > 0;

    /// <summary>Gets the kind of the objects in a map; empty for other objects.</summary>
    public string Values { get; } = values;
}

/// <summary>The content of a key.</summary>
/// <param name="Kind">
/// The kind of the object, of each item of a list, or of each value of a map; empty for data, which is not checked.
/// </param>
/// <param name="IsMap">Whether the content is a map of names to such objects.</param>
internal readonly record struct KeyContent(string Kind, bool IsMap);
