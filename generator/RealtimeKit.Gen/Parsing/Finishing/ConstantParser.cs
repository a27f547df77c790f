using System.Globalization;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Converts a value of a document to a constant of a C# type.</summary>
internal sealed class ConstantParser(TypeDrafts drafts, EnumMemberNames members)
{
    /// <summary>The longest text that is emitted as a default. It is repeated wherever the schema is referenced.</summary>
    public const int LongestText = 1000;

    public ConstantModel? Parse(object value, TypeRef type) => type switch
    {
        { Shape: TypeShape.Enum or TypeShape.OpenEnum } => OfEnum(value, type),
        { Kind: { } kind } when OfPrimitive(Plain(FromText(value, type), kind), type) is { } constant => ConstantModel.Of(kind, constant),
        _ => null,
    };

    private static object FromText(object value, TypeRef type) => type.InText != NumberText.None && value is string text ? PlainValue.OfNumber(text) : value;

    /// <summary>
    /// Returns a whole number as an integer, however it is written. In JSON Schema, <c>1.0</c> and <c>1e2</c> are integers.
    /// </summary>
    private static object Plain(object value, PrimitiveKind kind) =>
        kind.IsInteger() && value is decimal number && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : value;

    private static string? OfPrimitive(object value, TypeRef type) => (type.Kind, value) switch
    {
        (PrimitiveKind.String, string { Length: <= LongestText } text) => text,
        (PrimitiveKind.Boolean, bool flag) => flag ? "true" : "false",
        (PrimitiveKind.Boolean, "true" or "false") => (string)value,
        (PrimitiveKind.SByte, long and >= sbyte.MinValue and <= sbyte.MaxValue) => Integer(value),
        (PrimitiveKind.UInt16, long and >= ushort.MinValue and <= ushort.MaxValue) => Integer(value),
        (PrimitiveKind.Byte, long and >= byte.MinValue and <= byte.MaxValue) => Integer(value),
        (PrimitiveKind.Int16, long and >= short.MinValue and <= short.MaxValue) => Integer(value),
        (PrimitiveKind.Int32, long and >= int.MinValue and <= int.MaxValue) => Integer(value),
        (PrimitiveKind.UInt32, long and >= uint.MinValue and <= uint.MaxValue) => Integer(value),
        (PrimitiveKind.Int64, long) => Integer(value),
        (PrimitiveKind.UInt64, long and >= 0) => Integer(value),
        (PrimitiveKind.UInt64, decimal number) when number == decimal.Truncate(number) && number is >= 0 and <= ulong.MaxValue =>
            decimal.Truncate(number).ToString("0", CultureInfo.InvariantCulture),
        (PrimitiveKind.Double, double) => Float(value),
        (PrimitiveKind.Single, double) when Math.Abs((double)value) <= float.MaxValue => Float(value),
        (PrimitiveKind.Double or PrimitiveKind.Single, "NaN" or "Infinity" or "-Infinity") when type.InText == NumberText.Names => (string)value,
        (PrimitiveKind.Double or PrimitiveKind.Single or PrimitiveKind.Decimal, long or decimal) => Number(value),
        _ => null,
    };

    private ConstantModel? OfEnum(object value, TypeRef type)
    {
        if (drafts.Of(type) is not EnumDraft draft)
        {
            return null;
        }

        object plain = draft.IsNumeric ? Plain(value, PrimitiveKind.Int64) : value;
        string wire = plain is string text ? text : Convert.ToString(plain, CultureInfo.InvariantCulture) ?? "";

        return members.Find(draft, wire) is { } member ? ConstantModel.Of(draft.Name, [member])
            : !draft.AreFlags ? null
            : draft.IsNumeric ? OfBits(wire, draft)
            : Combined(draft, wire.Split(',').Select(part => members.Find(draft, part.Trim())));
    }

    /// <summary>Returns the flags that are combined in a number.</summary>
    private ConstantModel? OfBits(string wire, EnumDraft draft) =>
        long.TryParse(wire, NumberStyles.None, CultureInfo.InvariantCulture, out long bits) && bits > 0
            ? Combined(
                draft,
                Enumerable.Range(0, 63)
                    .Select(static bit => 1L << bit)
                    .Where(bit => (bits & bit) != 0)
                    .Select(bit => members.Find(draft, bit.ToString(CultureInfo.InvariantCulture))))
            : null;

    private static ConstantModel? Combined(EnumDraft draft, IEnumerable<string?> flags) =>
        flags.ToArray() is var all && Array.Exists(all, static flag => flag is null) ? null : ConstantModel.Of(draft.Name, all.OfType<string>());

    private static string Integer(object value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    private static string Float(object value) => ((double)value).ToString("R", CultureInfo.InvariantCulture);

    private static string Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
