namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>How far a text has come as a number, as a set.</summary>
[Flags]
internal enum NumberProgress
{
    None = 0,

    /// <summary>The empty text.</summary>
    Start = 1 << 0,

    Sign = 1 << 1,

    Digits = 1 << 2,

    /// <summary>A point without a digit before it.</summary>
    Point = 1 << 3,

    /// <summary>A point behind digits, or digits behind a point.</summary>
    Fraction = 1 << 4,

    /// <summary>The letter of an exponent.</summary>
    Exponent = 1 << 5,

    ExponentSign = 1 << 6,

    ExponentDigits = 1 << 7,

    /// <summary>Text that is not the beginning of a number.</summary>
    Other = 1 << 8,
}
