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

    /// <summary>The headers of a response.</summary>
    Headers,

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

/// <summary>A type, as a symbol: what C# calls it is known where it is printed.</summary>
internal sealed record TypeRef
{
    private TypeRef(TypeShape shape) => Shape = shape;

    public static TypeRef File { get; } = new(TypeShape.File);

    public static TypeRef Stream { get; } = new(TypeShape.Stream);

    public static TypeRef None { get; } = new(TypeShape.None);

    public static TypeRef Headers { get; } = new(TypeShape.Headers);

    public TypeShape Shape { get; private init; }

    /// <summary>Of a primitive.</summary>
    public PrimitiveKind? Kind { get; private init; }

    /// <summary>The name of a type that is emitted, not escaped; empty for all others.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Of a list or map.</summary>
    public TypeRef? Element { get; private init; }

    public bool IsNullable { get; init; }

    /// <summary>Whether a value is a secret that its type would show: whoever holds one hides it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Of a number.</summary>
    public NumberText InText { get; init; }

    public bool IsValueType => Shape is TypeShape.Enum or TypeShape.OpenEnum or TypeShape.None || Kind?.IsValueType() is true;

    /// <summary>How many lists and maps lie within each other in it.</summary>
    public int Height => Element is null ? 0 : Element.Height + 1;

    public static TypeRef Of(PrimitiveKind kind) => new(TypeShape.Primitive) { Kind = kind };

    /// <summary>A type that is emitted.</summary>
    public static TypeRef Emitted(TypeShape shape, string name) => new(shape) { Name = name };

    public static TypeRef List(TypeRef element) => new(TypeShape.List) { Element = element };

    public static TypeRef Map(TypeRef value) => new(TypeShape.Map) { Element = value };

    /// <summary>The same enum, where the server chooses the value.</summary>
    public TypeRef AsOpen() => this with { Shape = TypeShape.OpenEnum };

    /// <summary>Returns the type as a received value has it, where the server chooses the value of each enum.</summary>
    public TypeRef AsReceived() => Shape switch
    {
        TypeShape.Enum => AsOpen(),
        TypeShape.List => List(Element!.AsReceived()) with { IsNullable = IsNullable },
        TypeShape.Map => Map(Element!.AsReceived()) with { IsNullable = IsNullable },
        _ => this,
    };

    public TypeRef AsNullable() => IsNullable ? this : this with { IsNullable = true };

    public TypeRef AsRequired() => IsNullable ? this with { IsNullable = false } : this;

    /// <summary>Whether both are one C# type, but for what may be null at the top: how values travel is nothing that C# sees.</summary>
    public bool IsSameType(TypeRef other) =>
        Shape == other.Shape && Name == other.Name && Kind?.SameType() == other.Kind?.SameType()
        && (Element is null || (Element.IsNullable == other.Element!.IsNullable && Element.IsSameType(other.Element)));
}
