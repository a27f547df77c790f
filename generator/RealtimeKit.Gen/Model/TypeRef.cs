namespace RealtimeKit.Gen.Model;

internal enum TypeShape
{
    /// <summary>A value that the runtime itself reads and writes.</summary>
    Primitive,

    /// <summary>A type of the project or of a library, which is converted from and to text.</summary>
    Scalar,
    Object,
    Enum,

    /// <summary>An enum that can contain unknown values, because the server chooses the value.</summary>
    OpenEnum,
    Union,
    List,
    Map,

    /// <summary>An array whose positions have different types.</summary>
    Tuple,

    /// <summary>A file to upload.</summary>
    File,

    /// <summary>A body that is returned unread.</summary>
    Stream,

    /// <summary>The headers of a response.</summary>
    Headers,

    /// <summary>No value.</summary>
    None,
}

/// <summary>How a number can be written as text, in addition to a JSON number.</summary>
internal enum NumberText
{
    /// <summary>Not as text.</summary>
    None,

    /// <summary>As digits, which can be read from text.</summary>
    Digits,

    /// <summary>As digits, and as the name of a value that JSON has no number for, which is read and written.</summary>
    Names,
}

/// <summary>A C# type as a symbol. Its C# syntax is known only where it is emitted.</summary>
internal sealed record TypeRef
{
    private TypeRef(TypeShape shape) => Shape = shape;

    public static TypeRef File { get; } = new(TypeShape.File);

    public static TypeRef Stream { get; } = new(TypeShape.Stream);

    public static TypeRef None { get; } = new(TypeShape.None);

    public static TypeRef Headers { get; } = new(TypeShape.Headers);

    public TypeShape Shape { get; private init; }

    /// <summary>Gets the kind of a primitive.</summary>
    public PrimitiveKind? Kind { get; private init; }

    /// <summary>Gets the type of a scalar.</summary>
    public ScalarType? Scalar { get; private init; }

    /// <summary>Gets whether a scalar is a JSON number and not a string.</summary>
    public bool IsNumber { get; private init; }

    /// <summary>Gets the name of an emitted type, not escaped; empty for other types.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Gets the element type of a list or map.</summary>
    public TypeRef? Element { get; private init; }

    public bool IsNullable { get; init; }

    /// <summary>Gets whether a value is a secret that its own type would show. The type that contains it hides it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Gets how a number can be written as text.</summary>
    public NumberText InText { get; init; }

    public bool IsValueType => Shape is TypeShape.Enum or TypeShape.OpenEnum or TypeShape.None
        || Kind?.IsValueType() is true || Scalar?.IsValueType is true;

    /// <summary>Gets whether a value is a JSON string other than an enum.</summary>
    public bool IsText => Kind?.IsText() is true || Shape == TypeShape.Scalar && !IsNumber;

    /// <summary>Gets whether a value has no parts.</summary>
    public bool IsPlain => Shape is TypeShape.Primitive or TypeShape.Scalar or TypeShape.Enum or TypeShape.OpenEnum;

    /// <summary>Gets whether the empty text is not a value of the type, so that its reader throws.</summary>
    public bool HasNoEmptyText => Shape switch
    {
        TypeShape.Primitive => Kind is not (PrimitiveKind.String or PrimitiveKind.Sensitive or PrimitiveKind.Element or PrimitiveKind.Bytes
            or PrimitiveKind.Uri),
        TypeShape.Scalar => IsNumber,
        TypeShape.Enum or TypeShape.Object or TypeShape.List or TypeShape.Map or TypeShape.Tuple => true,
        _ => false,
    };

    /// <summary>Gets the type of the items of nested lists and maps, or the type itself.</summary>
    public TypeRef Innermost => Element?.Innermost ?? this;

    /// <summary>Gets the number of nested lists and maps.</summary>
    public int Height => Element is null ? 0 : Element.Height + 1;

    public static TypeRef Of(PrimitiveKind kind) => new(TypeShape.Primitive) { Kind = kind };

    /// <summary>Returns a type that the project names.</summary>
    public static TypeRef Of(ScalarType scalar, bool isNumber) => new(TypeShape.Scalar) { Scalar = scalar, IsNumber = isNumber };

    /// <summary>Returns a type that is emitted.</summary>
    public static TypeRef Emitted(TypeShape shape, string name) => new(shape) { Name = name };

    public static TypeRef List(TypeRef element) => new(TypeShape.List) { Element = element };

    public static TypeRef Map(TypeRef value) => new(TypeShape.Map) { Element = value };

    /// <summary>Returns the type under another name, or the list or map of such a type.</summary>
    public TypeRef Renamed(Func<string, string> rename) =>
        Element is not null ? this with { Element = Element.Renamed(rename) }
        : Name.Length > 0 ? this with { Name = rename(Name) }
        : this;

    /// <summary>Returns the open form of the enum, which can contain unknown values.</summary>
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

    /// <summary>Returns whether both are the same C# type, ignoring nullability at the top level and how values are sent.</summary>
    public bool IsSameType(TypeRef other) =>
        Shape == other.Shape && Name == other.Name && Kind?.SameType() == other.Kind?.SameType() && Scalar?.FullName == other.Scalar?.FullName
        && (Element is null || (Element.IsNullable == other.Element!.IsNullable && Element.IsSameType(other.Element)));
}
