using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Writes constants as C#, for a place that has the type of the constant.</summary>
internal static class ConstantText
{
    public static string Of(ConstantModel constant) => constant.Form switch
    {
        ConstantForm.Enum => string.Join(" | ", constant.Members.Select(member => $"{TypeText.Emitted(constant.EnumName)}.{Identifier.Escape(member)}")),
        ConstantForm.List => $"[{string.Join(", ", constant.Items.Select(Of))}]",
        ConstantForm.Map => OfMap(constant),
        ConstantForm.Null => "null",
        _ => OfPrimitive(constant.Kind, constant.Value),
    };

    private static string OfMap(ConstantModel constant)
    {
        string entries = string.Join(", ", constant.Keys.Zip(constant.Items, static (key, item) => $"[{CSharpText.Literal(key)}] = {Of(item)}"));
        return $"new {Dictionary}<string, {TypeText.Written(constant.Element!)}>()" + (entries.Length == 0 ? "" : $" {{ {entries} }}");
    }

    private static string OfPrimitive(PrimitiveKind kind, string value) => kind switch
    {
        PrimitiveKind.String => CSharpText.Literal(value),
        PrimitiveKind.UInt32 => value + "U",
        PrimitiveKind.Int64 => value == "-9223372036854775808" ? "long.MinValue" : value + "L",
        PrimitiveKind.UInt64 => value + "UL",
        PrimitiveKind.Single or PrimitiveKind.Double => OfFloat(value, TypeText.Bare(TypeRef.Of(kind)), kind == PrimitiveKind.Single ? "F" : "D"),
        PrimitiveKind.Decimal => value + "M",
        PrimitiveKind.Guid => $"new({CSharpText.Literal(value)})",
        PrimitiveKind.DateTimeOffset or PrimitiveKind.DateOnly or PrimitiveKind.TimeOnly or PrimitiveKind.TimeSpan or PrimitiveKind.Duration => $"new({value})",
        PrimitiveKind.Uri => $"new({CSharpText.Literal(value)}, {RuntimeNames.UriKind}.RelativeOrAbsolute)",
        PrimitiveKind.Bytes => $"{ConvertType}.FromBase64String({CSharpText.Literal(value)})",
        _ => value,
    };

    private static string OfFloat(string value, string type, string suffix) => value switch
    {
        "NaN" => type + ".NaN",
        "Infinity" => type + ".PositiveInfinity",
        "-Infinity" => type + ".NegativeInfinity",
        _ => value + suffix,
    };
}
