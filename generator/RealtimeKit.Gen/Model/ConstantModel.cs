namespace RealtimeKit.Gen.Model;

/// <summary>
/// A value that the document gives: the members of an enum that it combines, the items of a list or map, or the text of any other
/// value.
/// </summary>
internal sealed record ConstantModel
{
    private ConstantModel()
    {
    }

    public static ConstantModel Null { get; } = new() { Form = ConstantForm.Null };

    public ConstantForm Form { get; private init; }

    /// <summary>Gets the kind of a primitive.</summary>
    public PrimitiveKind Kind { get; private init; }

    /// <summary>
    /// Gets the text of a primitive: the digits of a number, <c>true</c>, the name of a value that JSON has no number for, base64, or
    /// the arguments of the constructor of a date, time or time span.
    /// </summary>
    public string Value { get; private init; } = "";

    public string EnumName { get; private init; } = "";

    public EquatableArray<string> Members { get; private init; } = EquatableArray<string>.Empty;

    public EquatableArray<ConstantModel> Items { get; private init; } = EquatableArray<ConstantModel>.Empty;

    /// <summary>Gets the names of the items of a map.</summary>
    public EquatableArray<string> Keys { get; private init; } = EquatableArray<string>.Empty;

    /// <summary>Gets the type of the items of a map.</summary>
    public TypeRef? Element { get; private init; }

    /// <summary>Gets approximately how many characters the constant has in C#.</summary>
    public int Length
    {
        get
        {
            const int Punctuation = 8;
            return Value.Length + Members.Sum(member => member.Length + EnumName.Length)
                + Items.Sum(static item => item.Length + Punctuation) + Keys.Sum(static key => key.Length);
        }
    }

    public static ConstantModel Of(PrimitiveKind kind, string value) => new() { Form = ConstantForm.Primitive, Kind = kind, Value = value };

    public static ConstantModel Of(string enumName, IEnumerable<string> members) =>
        new() { Form = ConstantForm.Enum, EnumName = enumName, Members = members.ToEquatableArray() };

    public static ConstantModel List(IEnumerable<ConstantModel> items) => new() { Form = ConstantForm.List, Items = items.ToEquatableArray() };

    public static ConstantModel Map(TypeRef element, IEnumerable<string> keys, IEnumerable<ConstantModel> items) =>
        new() { Form = ConstantForm.Map, Element = element, Keys = keys.ToEquatableArray(), Items = items.ToEquatableArray() };
}

internal enum ConstantForm
{
    Primitive,
    Enum,
    List,
    Map,
    Null,
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
