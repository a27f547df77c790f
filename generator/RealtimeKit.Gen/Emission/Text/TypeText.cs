using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Writes types as C#. No other class does.</summary>
internal static class TypeText
{
    /// <summary>The type as in a declaration, with its question mark.</summary>
    public static string Written(TypeRef type) => type.IsNullable ? Bare(type) + "?" : Bare(type);

    /// <summary>The same without the question mark.</summary>
    public static string Bare(TypeRef type) => type.Shape switch
    {
        TypeShape.Primitive => Of(type.Kind!.Value),
        TypeShape.Scalar => type.Scalar!.FullName,
        TypeShape.List => $"{ReadOnlyList}<{Written(type.Element!)}>",
        TypeShape.Map => $"{ReadOnlyDictionary}<string, {Written(type.Element!)}>",
        TypeShape.OpenEnum => $"{OpenEnum}<{Emitted(type.Name)}>",
        TypeShape.File => FileContent,
        TypeShape.Stream => RuntimeNames.Stream,
        TypeShape.Headers => HttpResponseHeaders,
        TypeShape.None => NoContent,
        _ => Emitted(type.Name),
    };

    /// <summary>The type of a property that may be absent. Lists, maps, enums and secrets have types of their own, which need no cast.</summary>
    public static string Optional(TypeRef type) => type.Shape switch
    {
        TypeShape.List => $"{OptionalList}<{Written(type.Element!)}>",
        TypeShape.Map => $"{OptionalMap}<{Written(type.Element!)}>",
        TypeShape.OpenEnum => $"{OptionalEnum}<{Emitted(type.Name)}>",
        TypeShape.Primitive when type.Kind == PrimitiveKind.Sensitive => OptionalSecret,
        _ => $"{RuntimeNames.Optional}<{Written(type)}>",
    };

    /// <summary>The type as a person would write it, without namespace aliases.</summary>
    public static string Plain(TypeRef type) =>
        Aliases.Select(static pair => pair.Alias).Append(Api).Append("global::").Aggregate(Bare(type), static (text, alias) => text.Replace(alias, ""));

    /// <summary>The type arguments of the runtime's methods that convert a scalar: the type and its converter.</summary>
    public static string Conversion(ScalarType scalar) => $"<{scalar.FullName}, {Converter(scalar)}>";

    /// <summary>The emitted type of that name.</summary>
    public static string Emitted(string name) => Api + Identifier.Escape(name);

    /// <summary>The class that reads and writes an emitted type of that name.</summary>
    public static string Codec(string name) => $"{Api}{Codecs.Namespace}.{name}Json";

    private static string Converter(ScalarType scalar) => scalar.Conversion switch
    {
        TextConversion.Converter => scalar.Converter,
        TextConversion.SpanParsable => $"{SpanParsableText}<{scalar.FullName}>",
        TextConversion.Parsable => $"{ParsableText}<{scalar.FullName}>",
        TextConversion.Utf8Parsable => $"{Utf8ParsableText}<{scalar.FullName}>",
        TextConversion.Numeric => $"{NumericText}<{scalar.FullName}>",
        TextConversion.Date => DateText,
        _ => DateTimeText,
    };

    private static string Of(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.String => "string",
        PrimitiveKind.Sensitive => SensitiveString,
        PrimitiveKind.Element => JsonElement,
        PrimitiveKind.Boolean => "bool",
        PrimitiveKind.SByte => "sbyte",
        PrimitiveKind.Byte => "byte",
        PrimitiveKind.Int16 => "short",
        PrimitiveKind.UInt16 => "ushort",
        PrimitiveKind.Int32 => "int",
        PrimitiveKind.UInt32 => "uint",
        PrimitiveKind.Int64 => "long",
        PrimitiveKind.UInt64 => "ulong",
        PrimitiveKind.Single => "float",
        PrimitiveKind.Double => "double",
        PrimitiveKind.Decimal => "decimal",
        PrimitiveKind.Guid => RuntimeNames.Guid,
        PrimitiveKind.DateTimeOffset => RuntimeNames.DateTimeOffset,
        PrimitiveKind.DateOnly => RuntimeNames.DateOnly,
        PrimitiveKind.TimeOnly => RuntimeNames.TimeOnly,
        PrimitiveKind.TimeSpan or PrimitiveKind.Duration => RuntimeNames.TimeSpan,
        PrimitiveKind.Uri => RuntimeNames.Uri,
        _ => "byte[]",
    };
}
