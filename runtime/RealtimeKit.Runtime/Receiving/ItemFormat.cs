namespace RealtimeKit.Runtime.Receiving;

/// <summary>How a response is split into items.</summary>
internal enum ItemFormat
{
    /// <summary>A JSON text on each line.</summary>
    Lines,

    /// <summary>Server-sent events.</summary>
    Events,

    /// <summary>A JSON text sequence (RFC 7464): a record separator precedes each text, which may have several lines.</summary>
    Sequence,
}
