namespace RealtimeKit.Runtime.Handlers;

/// <summary>The content of a request, which knows how far it was sent.</summary>
internal interface ISentContent
{
    /// <summary>Gets whether sending has started.</summary>
    bool HasStarted { get; }

    /// <summary>Gets whether the content has been read, so that .NET may send what it keeps in memory.</summary>
    bool HasBeenRead { get; }

    /// <summary>Gets the task that sends the content, or null if sending has not started.</summary>
    Task? Sending { get; }

    /// <summary>Called when a connection is about to write a header of a request with this content.</summary>
    /// <exception cref="RepeatedSendException">The request was sent before, and may be sent only once.</exception>
    void WritingHeader(string name);
}
