using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Runtime;

/// <summary>One event of a server-sent event stream, with its fields.</summary>
/// <typeparam name="T">The type of the data.</typeparam>
public sealed class ServerSentEvent<T>
{
    /// <summary>An event with data. For test doubles; calls make it themselves.</summary>
    public ServerSentEvent(T data, string? eventType = null, string? eventId = null, TimeSpan? reconnectionInterval = null)
        : this(eventType, eventId, reconnectionInterval)
    {
        Data = data;
        HasData = true;
    }

    internal ServerSentEvent(string? eventType, string? eventId, TimeSpan? reconnectionInterval)
    {
        EventType = eventType is { Length: > 0 } ? eventType : "message";
        EventId = eventId;
        ReconnectionInterval = reconnectionInterval;
    }

    /// <summary>The data; the type's default where the event has none, as one that only keeps the connection alive.</summary>
    public T? Data { get; }

    /// <summary>Whether the event has data.</summary>
    [MemberNotNullWhen(true, nameof(Data))]
    public bool HasData { get; }

    /// <summary>The field <c>event</c>, <c>message</c> where there is none.</summary>
    public string EventType { get; }

    /// <summary>The field <c>id</c>, or null: what to send as <c>Last-Event-ID</c> to go on after this event.</summary>
    public string? EventId { get; }

    /// <summary>The field <c>retry</c>, or null: how long the server asks to wait before connecting again.</summary>
    public TimeSpan? ReconnectionInterval { get; }

    /// <summary>Type and id of the event; not its data, which may hold secrets.</summary>
    public override string ToString() => EventId is null ? EventType : $"{EventType} {EventId}";
}
