namespace RealtimeKit.Runtime;

/// <summary>Specifies which deadline passed.</summary>
public enum ApiTimeoutKind
{
    /// <summary>The deadline of an attempt.</summary>
    Attempt,

    /// <summary>The deadline of the whole call.</summary>
    Total,
}
