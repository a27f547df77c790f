namespace RealtimeKit.Runtime;

/// <summary>Which deadline passed.</summary>
public enum ApiTimeoutKind
{
    /// <summary>That of the last attempt.</summary>
    Attempt,

    /// <summary>That of the whole call.</summary>
    Total,
}
