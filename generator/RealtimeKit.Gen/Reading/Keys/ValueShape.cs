namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>The shape of a value that the specification requires, if another shape would have no effect.</summary>
[Flags]
internal enum ValueShape
{
    /// <summary>Any shape, or a value that another rule checks.</summary>
    Any = 0,

    /// <summary>A scalar. A number is read as its text.</summary>
    Text = 1,

    /// <summary>True or false, also in quotes.</summary>
    Boolean = 2,

    List = 4,

    Mapping = 8,
}
