namespace RealtimeKit.Gen.Model;

/// <summary>The values that the runtime itself reads and writes. The names are those of its readers and writers.</summary>
internal enum PrimitiveKind
{
    String,

    /// <summary>Text that is never shown.</summary>
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

    /// <summary>A <c>TimeSpan</c> in the format of .NET.</summary>
    TimeSpan,

    /// <summary>A <c>TimeSpan</c> in the format of ISO 8601.</summary>
    Duration,
    Uri,
    Bytes,
}
