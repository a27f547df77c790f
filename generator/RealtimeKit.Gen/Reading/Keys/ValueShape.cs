namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>What the specification wants in a place, as far as another value would have no effect there.</summary>
[Flags]
internal enum ValueShape
{
    /// <summary>Whatever the document says, or something that another rule looks at.</summary>
    Any = 0,

    /// <summary>A scalar; a number is read as its text.</summary>
    Text = 1,

    /// <summary>True or false, in quotes too.</summary>
    Boolean = 2,

    List = 4,

    Mapping = 8,
}
