using System.Globalization;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>A document's default as a C# constant of the given type, or null where it is none.</summary>
internal static class DefaultLiteral
{
    /// <summary>Whatever refers to the schema spells its default out.</summary>
    public const int LongestText = 1000;

    public static string? Of(object value, TypeRef type, SchemaParser schemas) => type.Shape switch
    {
        TypeShape.Enum or TypeShape.OpenEnum => OfEnum(value, type, schemas),
        TypeShape.Primitive => OfPrimitive(type.InText != NumberText.None && value is string text ? PlainValue.OfNumber(text) : value, type),
        _ => null,
    };

    private static string? OfPrimitive(object value, TypeRef type) => (type.Kind, value) switch
    {
        (PrimitiveKind.String, string { Length: <= LongestText } text) => CSharpText.Literal(text),
        (PrimitiveKind.Boolean, bool flag) => flag ? "true" : "false",
        (PrimitiveKind.Boolean, "true" or "false") => (string)value,
        (PrimitiveKind.SByte, long and >= sbyte.MinValue and <= sbyte.MaxValue) => Integer(value),
        (PrimitiveKind.UInt16, long and >= ushort.MinValue and <= ushort.MaxValue) => Integer(value),
        (PrimitiveKind.Byte, long and >= byte.MinValue and <= byte.MaxValue) => Integer(value),
        (PrimitiveKind.Int16, long and >= short.MinValue and <= short.MaxValue) => Integer(value),
        (PrimitiveKind.Int32, long and >= int.MinValue and <= int.MaxValue) => Integer(value),
        (PrimitiveKind.UInt32, long and >= uint.MinValue and <= uint.MaxValue) => Integer(value) + "U",
        (PrimitiveKind.Int64, long.MinValue) => "long.MinValue",
        (PrimitiveKind.Int64, long) => Integer(value) + "L",
        (PrimitiveKind.Int64, decimal number) when number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue => Integer((long)number) + "L",
        (PrimitiveKind.UInt64, long and >= 0) => Integer(value) + "UL",
        (PrimitiveKind.Double, double) => ((double)value).ToString("R", CultureInfo.InvariantCulture) + "D",
        (PrimitiveKind.Single, double) when Math.Abs((double)value) <= float.MaxValue => ((double)value).ToString("R", CultureInfo.InvariantCulture) + "F",
        (PrimitiveKind.Double or PrimitiveKind.Single, "NaN" or "Infinity" or "-Infinity") when type.InText == NumberText.Names => Named((string)value, type),
        (PrimitiveKind.Double, long or decimal) => Number(value) + "D",
        (PrimitiveKind.Single, long or decimal) => Number(value) + "F",
        (PrimitiveKind.Decimal, long or decimal) => Number(value) + "M",
        _ => null,
    };

    private static string? OfEnum(object value, TypeRef type, SchemaParser schemas)
    {
        string wire = value is string text ? text : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (schemas.DraftOf(type) is not EnumDraft draft)
        {
            return null;
        }

        return OfMember(wire, draft, schemas) is { } member ? member
            : !draft.AreFlags ? null
            : draft.IsNumeric ? OfBits(wire, draft, schemas)
            : Combined(wire.Split(',').Select(part => OfMember(part.Trim(), draft, schemas)));
    }

    private static string? OfMember(string wire, EnumDraft draft, SchemaParser schemas) =>
        schemas.MemberName(draft, wire) is { } member ? $"{SchemaParser.NameOf(draft)}.{Identifier.Escape(member)}" : null;

    /// <summary>The single flags of which the number is made.</summary>
    private static string? OfBits(string wire, EnumDraft draft, SchemaParser schemas) =>
        long.TryParse(wire, NumberStyles.None, CultureInfo.InvariantCulture, out long bits) && bits > 0
            ? Combined(Enumerable.Range(0, 63).Select(static bit => 1L << bit).Where(bit => (bits & bit) != 0).Select(bit => OfMember(bit.ToString(CultureInfo.InvariantCulture), draft, schemas)))
            : null;

    private static string? Combined(IEnumerable<string?> members) => members.ToArray() is var all && all.Any(static member => member is null) ? null : string.Join(" | ", all);

    private static string Named(string value, TypeRef type) => (type.Kind == PrimitiveKind.Single ? "float" : "double") + (value == "NaN" ? ".NaN" : value == "Infinity" ? ".PositiveInfinity" : ".NegativeInfinity");

    private static string Integer(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    private static string Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
