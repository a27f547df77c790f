using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Parsing;

/// <summary>Which C# type a type and format mean. The table of <c>generator/README.md</c>.</summary>
internal static class PrimitiveTypes
{
    public static readonly TypeRef Text = Reference("string", "String");
    public static readonly TypeRef Sensitive = Reference(RuntimeNames.SensitiveString, "Sensitive");
    public static readonly TypeRef Json = Value(RuntimeNames.JsonElement, "Element");
    public static readonly TypeRef Boolean = Value("bool", "Boolean");
    public static readonly TypeRef Int32 = Value("int", "Int32");
    public static readonly TypeRef Int64 = Value("long", "Int64");
    public static readonly TypeRef Double = Value("double", "Double");
    public static readonly TypeRef Bytes = Reference("byte[]", "Bytes");
    public static readonly TypeRef File = new() { Shape = TypeShape.File, Name = RuntimeNames.FileContent, Codec = "" };
    public static readonly TypeRef Stream = new() { Shape = TypeShape.Stream, Name = RuntimeNames.Stream, Codec = "" };
    public static readonly TypeRef None = new() { Shape = TypeShape.None, Name = RuntimeNames.NoContent, Codec = "", IsValueType = true };

    private static readonly TypeRef _guid = Value(RuntimeNames.Guid, "Guid");
    private static readonly TypeRef _dateTime = Value(RuntimeNames.DateTimeOffset, "DateTimeOffset");
    private static readonly TypeRef _date = Value(RuntimeNames.DateOnly, "DateOnly");
    private static readonly TypeRef _time = Value(RuntimeNames.TimeOnly, "TimeOnly");

    /// <summary>The two are one type and differ in how a value is written.</summary>
    private static readonly TypeRef _span = Value(RuntimeNames.TimeSpan, "TimeSpan");
    private static readonly TypeRef _duration = Value(RuntimeNames.TimeSpan, "Duration");
    private static readonly TypeRef _uri = Reference(RuntimeNames.Uri, "Uri");
    private static readonly TypeRef _int16 = Value("short", "Int16");
    private static readonly TypeRef _sbyte = Value("sbyte", "SByte");
    private static readonly TypeRef _uint16 = Value("ushort", "UInt16");
    private static readonly TypeRef _byte = Value("byte", "Byte");
    private static readonly TypeRef _uint32 = Value("uint", "UInt32");
    private static readonly TypeRef _uint64 = Value("ulong", "UInt64");
    private static readonly TypeRef _single = Value("float", "Single");
    private static readonly TypeRef _decimal = Value("decimal", "Decimal");

    public static TypeRef Of(JsonObjectType type, string? format) => type switch
    {
        JsonObjectType.Boolean => Boolean,
        JsonObjectType.Integer => OfInteger(format),
        JsonObjectType.Number => OfNumber(format),
        JsonObjectType.String => OfString(format),
        _ => Json,
    };

    /// <summary>The type of a schema that is one value.</summary>
    public static TypeRef Of(JsonSchema actual) => Of(actual.Type, actual.Format) with
    {
        InText = actual.TextExtension(NumberOrText.Marker) switch
        {
            NumberOrText.Digits => NumberText.Digits,
            NumberOrText.Names => NumberText.Names,
            _ => NumberText.None,
        },
    };

    /// <summary>Whether a string on the wire gives the type, and none that would have to be told from text by its look.</summary>
    public static bool IsText(TypeRef type) => type is
    {
        Shape: TypeShape.Primitive,
        Codec: "String" or "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Duration" or "Uri" or "Bytes" or "Sensitive",
    };

    public static TypeRef List(TypeRef element) => new()
    {
        Shape = TypeShape.List, Name = $"{RuntimeNames.ReadOnlyList}<{element.Written}>", Codec = "", Element = element,
    };

    public static TypeRef Map(TypeRef value) => new()
    {
        Shape = TypeShape.Map, Name = $"{RuntimeNames.ReadOnlyDictionary}<string, {value.Written}>", Codec = "", Element = value,
    };

    private static TypeRef OfInteger(string? format) => format switch
    {
        "int32" => Int32,
        "int8" => _sbyte,
        "int16" => _int16,
        "uint8" or "byte" => _byte,
        "uint16" => _uint16,
        "uint32" => _uint32,
        "uint64" => _uint64,
        _ => Int64,
    };

    private static TypeRef OfNumber(string? format) => format switch
    {
        "float" => _single,
        "decimal" => _decimal,
        "int32" => Int32,
        "int64" => Int64,
        _ => Double,
    };

    private static TypeRef OfString(string? format) => format switch
    {
        "uuid" or "guid" => _guid,
        "date-time" => _dateTime,
        "date" => _date,
        "time" => _time,
        "date-span" => _span,
        "duration" => _duration,
        "uri" => _uri,
        "byte" => Bytes,
        "password" => Sensitive,
        _ => Text,
    };

    private static TypeRef Value(string name, string codec) => new() { Shape = TypeShape.Primitive, Name = name, Codec = codec, IsValueType = true };

    private static TypeRef Reference(string name, string codec) => new() { Shape = TypeShape.Primitive, Name = name, Codec = codec };
}
