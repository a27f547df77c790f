namespace RealtimeKit.Runtime.Receiving;

/// <summary>An item of a stream, with the fields of an event where it is one; the bytes are the caller's until the next item is asked for.</summary>
internal readonly record struct StreamItem(ReadOnlyMemory<byte> Data, string? EventType = null, string? EventId = null, TimeSpan? ReconnectionInterval = null);
