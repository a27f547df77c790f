namespace RealtimeKit.Gen.Model;

/// <summary>A value that the document gives: of an enum the members that it combines, of all others the value as text.</summary>
internal sealed record ConstantModel
{
    private ConstantModel()
    {
    }

    /// <summary>Null for a value of an enum.</summary>
    public PrimitiveKind? Kind { get; private init; }

    /// <summary>The text itself, the digits of a number, <c>true</c>, or the name of what JSON has no number for.</summary>
    public string Value { get; private init; } = "";

    public string EnumName { get; private init; } = "";

    public EquatableArray<string> Members { get; private init; } = EquatableArray<string>.Empty;

    public static ConstantModel Of(PrimitiveKind kind, string value) => new() { Kind = kind, Value = value };

    public static ConstantModel Of(string enumName, IEnumerable<string> members) => new() { EnumName = enumName, Members = members.ToEquatableArray() };
}

/// <summary>What a property has when it is read from a value without it.</summary>
internal enum AbsentValue
{
    /// <summary>What its initializer gives it.</summary>
    AsInitialized,
    Null,

    /// <summary>The record's default.</summary>
    Default,
}
