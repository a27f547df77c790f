namespace RealtimeKit.Gen.Model;

/// <summary>A value that the runtime itself reads and writes: named as its readers and writers are.</summary>
internal enum PrimitiveKind
{
    String,

    /// <summary>Text that shows itself nowhere.</summary>
    Sensitive,

    /// <summary>Raw JSON.</summary>
    Element,
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    DateOnly,
    TimeOnly,

    /// <summary>A <c>TimeSpan</c>, written as .NET writes it.</summary>
    TimeSpan,

    /// <summary>A <c>TimeSpan</c>, written as ISO 8601 does.</summary>
    Duration,
    Uri,
    Bytes,
}
