namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>One of the specification's objects: the keys that some version gives it, and what stands below them.</summary>
internal sealed class ObjectKind(string name, Dictionary<string, KeyContent> keys, string values)
{
    /// <summary>As the specification calls it.</summary>
    public string Name { get; } = name;

    /// <summary>What stands below each key that any version of OpenAPI has here.</summary>
    public Dictionary<string, KeyContent> Keys { get; } = keys;

    /// <summary>Whether its keys are data (status codes, expressions), each with an object of the kind <see cref="Values"/>.</summary>
    public bool IsMap => Values.Length > 0;

    /// <summary>The kind of the objects in a map; empty for anything else.</summary>
    public string Values { get; } = values;
}

/// <summary>What stands below a key.</summary>
/// <param name="Kind">The kind of the object, of each item of a list, or of each value of a map; empty for data, which nobody looks into.</param>
/// <param name="IsMap">Whether it is a map of names to such objects.</param>
internal readonly record struct KeyContent(string Kind, bool IsMap);
