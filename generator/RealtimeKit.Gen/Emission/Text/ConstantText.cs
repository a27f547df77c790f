using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Writes constants as C#.</summary>
internal static class ConstantText
{
    public static string Of(ConstantModel constant) => constant.Kind switch
    {
        null => string.Join(" | ", constant.Members.Select(member => $"{TypeText.Emitted(constant.EnumName)}.{Identifier.Escape(member)}")),
        PrimitiveKind.String => CSharpText.Literal(constant.Value),
        PrimitiveKind.UInt32 => constant.Value + "U",
        PrimitiveKind.Int64 => constant.Value == "-9223372036854775808" ? "long.MinValue" : constant.Value + "L",
        PrimitiveKind.UInt64 => constant.Value + "UL",
        PrimitiveKind.Single or PrimitiveKind.Double => OfFloat(
            constant.Value,
            TypeText.Bare(TypeRef.Of(constant.Kind.Value)),
            constant.Kind == PrimitiveKind.Single ? "F" : "D"),
        PrimitiveKind.Decimal => constant.Value + "M",
        _ => constant.Value,
    };

    private static string OfFloat(string value, string type, string suffix) => value switch
    {
        "NaN" => type + ".NaN",
        "Infinity" => type + ".PositiveInfinity",
        "-Infinity" => type + ".NegativeInfinity",
        _ => value + suffix,
    };
}
