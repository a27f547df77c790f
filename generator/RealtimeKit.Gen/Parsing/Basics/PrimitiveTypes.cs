using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>Maps a type and format of the document to a C# type, as listed in <c>generator/README.md</c>.</summary>
internal static class PrimitiveTypes
{
    public static readonly TypeRef Text = TypeRef.Of(PrimitiveKind.String);
    public static readonly TypeRef Sensitive = TypeRef.Of(PrimitiveKind.Sensitive);
    public static readonly TypeRef Json = TypeRef.Of(PrimitiveKind.Element);

    public static TypeRef Of(JsonObjectType type, string? format) => TypeRef.Of(type switch
    {
        JsonObjectType.Boolean => PrimitiveKind.Boolean,
        JsonObjectType.Integer => OfInteger(format),
        JsonObjectType.Number => OfNumber(format),
        JsonObjectType.String => OfString(format),
        _ => PrimitiveKind.Element,
    });

    private static PrimitiveKind OfInteger(string? format) => format switch
    {
        "int32" => PrimitiveKind.Int32,
        "int8" => PrimitiveKind.SByte,
        "int16" => PrimitiveKind.Int16,
        "uint8" or "byte" => PrimitiveKind.Byte,
        "uint16" => PrimitiveKind.UInt16,
        "uint32" => PrimitiveKind.UInt32,
        "uint64" => PrimitiveKind.UInt64,
        _ => PrimitiveKind.Int64,
    };

    private static PrimitiveKind OfNumber(string? format) => format switch
    {
        "float" => PrimitiveKind.Single,
        "decimal" => PrimitiveKind.Decimal,
        "int32" => PrimitiveKind.Int32,
        "int64" => PrimitiveKind.Int64,
        _ => PrimitiveKind.Double,
    };

    private static PrimitiveKind OfString(string? format) => format switch
    {
        "uuid" or "guid" => PrimitiveKind.Guid,
        "date-time" => PrimitiveKind.DateTimeOffset,
        "date" => PrimitiveKind.DateOnly,
        "time" => PrimitiveKind.TimeOnly,
        "date-span" => PrimitiveKind.TimeSpan,
        "duration" => PrimitiveKind.Duration,
        "uri" => PrimitiveKind.Uri,
        "byte" => PrimitiveKind.Bytes,
        "password" => PrimitiveKind.Sensitive,
        _ => PrimitiveKind.String,
    };
}
