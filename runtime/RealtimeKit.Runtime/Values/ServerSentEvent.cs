using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Runtime;

/// <summary>A server-sent event with its fields.</summary>
/// <typeparam name="T">The type of the data.</typeparam>
public sealed class ServerSentEvent<T>
{
    /// <summary>Initializes a new instance with data, for use in tests.</summary>
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

    /// <summary>
    /// Gets the data, or the default value of the type if the event has none. Events without data usually keep the connection alive.
    /// </summary>
    public T? Data { get; }

    /// <summary>Gets whether the event has data.</summary>
    [MemberNotNullWhen(true, nameof(Data))]
    public bool HasData { get; }

    /// <summary>Gets the field <c>event</c>, or <c>message</c> if there is none.</summary>
    public string EventType { get; }

    /// <summary>
    /// Gets the field <c>id</c>, also of blocks without data before the event, or null. Send it as <c>Last-Event-ID</c> to continue
    /// after this event.
    /// </summary>
    public string? EventId { get; }

    /// <summary>
    /// Gets the field <c>retry</c>, also of blocks without data before the event, or null: how long the server asks to wait before
    /// connecting again.
    /// </summary>
    public TimeSpan? ReconnectionInterval { get; }

    /// <summary>Returns the type and the id of the event. The data is left out, since it may contain secrets.</summary>
    public override string ToString() => EventId is null ? EventType : $"{EventType} {EventId}";
}
