namespace RealtimeKit.Gen.Model;

/// <summary>A value that the document gives: the members of an enum that it combines, or the text of any other value.</summary>
internal sealed record ConstantModel
{
    private ConstantModel()
    {
    }

    /// <summary>Gets the kind, or null for a value of an enum.</summary>
    public PrimitiveKind? Kind { get; private init; }

    /// <summary>Gets the text, the digits of a number, <c>true</c>, or the name of a value that JSON has no number for.</summary>
    public string Value { get; private init; } = "";

    public string EnumName { get; private init; } = "";

    public EquatableArray<string> Members { get; private init; } = EquatableArray<string>.Empty;

    public static ConstantModel Of(PrimitiveKind kind, string value) => new() { Kind = kind, Value = value };

    public static ConstantModel Of(string enumName, IEnumerable<string> members) => new() { EnumName = enumName, Members = members.ToEquatableArray() };
}

/// <summary>The value of a property that is absent when a record is read.</summary>
internal enum AbsentValue
{
    /// <summary>The value of its initializer.</summary>
    AsInitialized,
    Null,

    /// <summary>The default of the record.</summary>
    Default,
}
