namespace RealtimeKit.Runtime.Receiving;

/// <summary>An item of a sequence, with the fields of an event if it is one. The bytes are valid until the next item is read.</summary>
internal readonly record struct StreamItem(ReadOnlyMemory<byte> Data, string? EventType = null, string? EventId = null, TimeSpan? ReconnectionInterval = null);
