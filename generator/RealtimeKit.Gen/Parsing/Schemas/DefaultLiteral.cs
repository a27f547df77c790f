using System.Globalization;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>A document's default as a C# constant of the given type, or null where it is none.</summary>
internal static class DefaultLiteral
{
    /// <summary>Whatever refers to the schema spells its default out.</summary>
    public const int LongestText = 1000;

    public static string? Of(object value, TypeRef type, SchemaParser schemas) => type.Shape switch
    {
        TypeShape.Enum or TypeShape.OpenEnum => OfEnum(value, type, schemas),
        TypeShape.Primitive => OfPrimitive(value, type),
        _ => null,
    };

    private static string? OfPrimitive(object value, TypeRef type) => (type.Codec, value) switch
    {
        ("String", string { Length: <= LongestText } text) => CSharpText.Literal(text),
        ("Boolean", bool flag) => flag ? "true" : "false",
        ("Boolean", "true" or "false") => (string)value,
        ("SByte", long and >= sbyte.MinValue and <= sbyte.MaxValue) => Integer(value),
        ("UInt16", long and >= ushort.MinValue and <= ushort.MaxValue) => Integer(value),
        ("Byte", long and >= byte.MinValue and <= byte.MaxValue) => Integer(value),
        ("Int16", long and >= short.MinValue and <= short.MaxValue) => Integer(value),
        ("Int32", long and >= int.MinValue and <= int.MaxValue) => Integer(value),
        ("UInt32", long and >= uint.MinValue and <= uint.MaxValue) => Integer(value) + "U",
        ("Int64", long.MinValue) => "long.MinValue",
        ("Int64", long) => Integer(value) + "L",
        ("Int64", decimal number) when number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue => Integer((long)number) + "L",
        ("UInt64", long and >= 0) => Integer(value) + "UL",
        ("Double", long or decimal) => Number(value) + "D",
        ("Single", long or decimal) => Number(value) + "F",
        ("Decimal", long or decimal) => Number(value) + "M",
        _ => null,
    };

    private static string? OfEnum(object value, TypeRef type, SchemaParser schemas)
    {
        string wire = value is string text ? text : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return schemas.DraftOf(type) is EnumDraft draft && schemas.MemberName(draft, wire) is { } member
            ? $"{schemas.NameOf(draft)}.{Identifier.Escape(member)}"
            : null;
    }

    private static string Integer(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    private static string Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
