namespace RealtimeKit.Gen.Model;

/// <summary>The facts about the values of a kind.</summary>
internal static class PrimitiveFacts
{
    public static bool IsValueType(this PrimitiveKind kind) =>
        kind is not (PrimitiveKind.String or PrimitiveKind.Sensitive or PrimitiveKind.Uri or PrimitiveKind.Bytes);

    public static bool IsInteger(this PrimitiveKind kind) => kind is >= PrimitiveKind.SByte and <= PrimitiveKind.UInt64;

    public static bool IsNumber(this PrimitiveKind kind) => kind is >= PrimitiveKind.SByte and <= PrimitiveKind.Decimal;

    /// <summary>Returns whether the value is a JSON string.</summary>
    public static bool IsText(this PrimitiveKind kind) => kind is PrimitiveKind.String or PrimitiveKind.Sensitive or >= PrimitiveKind.Guid;

    /// <summary>Returns whether the value is a JSON string of a certain format.</summary>
    public static bool IsFormat(this PrimitiveKind kind) => kind >= PrimitiveKind.Guid;

    /// <summary>Returns the kind that has the same C# type.</summary>
    public static PrimitiveKind SameType(this PrimitiveKind kind) => kind == PrimitiveKind.Duration ? PrimitiveKind.TimeSpan : kind;

    /// <summary>Returns the JSON tokens with which a value may begin.</summary>
    public static JsonTokens Tokens(this PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Element => JsonTokens.Any,
        PrimitiveKind.Boolean => JsonTokens.Boolean,
        _ => kind.IsNumber() ? JsonTokens.Number : JsonTokens.String,
    };
}
