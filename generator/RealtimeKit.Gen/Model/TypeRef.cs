namespace RealtimeKit.Gen.Model;

internal enum TypeShape
{
    /// <summary>A value that the runtime itself reads and writes.</summary>
    Primitive,
    Object,
    Enum,

    /// <summary>An enum whose value the server chooses.</summary>
    OpenEnum,
    Union,
    List,
    Map,

    /// <summary>An array whose places have types of their own.</summary>
    Tuple,

    /// <summary>A file to upload.</summary>
    File,

    /// <summary>A body that is handed over unread.</summary>
    Stream,

    /// <summary>No value at all.</summary>
    None,
}

/// <summary>How a number may stand in text, beside being a JSON number.</summary>
internal enum NumberText
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Its digits may be read from text.</summary>
    Digits,

    /// <summary>The same; and what JSON has no number for is read and written as text that names it.</summary>
    Names,
}

/// <summary>A C# type as it will be written.</summary>
internal sealed record TypeRef
{
    public required TypeShape Shape { get; init; }

    /// <summary>As written, the alias of its namespace and all, without the question mark.</summary>
    public required string Name { get; init; }

    /// <summary>Who reads and writes it: for a primitive the method's name on the runtime's readers and writers, otherwise the emitted class.</summary>
    public required string Codec { get; init; }

    public bool IsValueType { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>Whether a value is a secret that its type would show: whoever holds one hides it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Of a number.</summary>
    public NumberText InText { get; init; }

    /// <summary>Of a list or map.</summary>
    public TypeRef? Element { get; init; }

    /// <summary>How many lists and maps lie within each other in it.</summary>
    public int Height => Element is null ? 0 : Element.Height + 1;

    public string Written => IsNullable ? Name + "?" : Name;

    public TypeRef AsNullable() => IsNullable ? this : this with { IsNullable = true };

    public TypeRef AsRequired() => IsNullable ? this with { IsNullable = false } : this;
}
