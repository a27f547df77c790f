namespace RealtimeKit.Runtime.Handlers;

/// <summary>Records whether a request was sent. It is attached to the request and to the copies that handlers make of it.</summary>
/// <remarks>
/// An exception that says that there was no connection proves nothing by itself: a handler may throw it after it has sent another
/// body or a copy. So it counts only if it comes directly from a handler of .NET.
/// </remarks>
internal sealed class SendRecord
{
    private static readonly AsyncLocal<SendRecord?> _current = new();

    private readonly SendRecord _root;
    private readonly bool _hasOwnConnections;
    private TaskCompletionSource<SendOutcome>? _end;
    private SendRecord? _inner;
    private SingleSendStream? _connection;
    private int _number;
    private volatile bool _hasNotConnected;
    private volatile bool _isAnnounced;
    private volatile ISentContent? _content;

    /// <summary>Initializes a new instance for a request that is not sent yet.</summary>
    /// <param name="hasOwnConnections">True if no handler is between the transport and its connections.</param>
    public SendRecord(bool hasOwnConnections)
    {
        _root = this;
        _hasOwnConnections = hasOwnConnections;
    }

    private SendRecord(SendRecord root) => _root = root;

    /// <summary>Gets that of the handler that is sending a request, or null.</summary>
    public static SendRecord? Current => _current.Value;

    /// <summary>
    /// Gets whether the handler is directly around a handler of .NET that sends a body again only if no server has processed the
    /// request. See <see cref="SingleSendHandler"/>.
    /// </summary>
    public bool RepeatsOnlyUnprocessed { get; private set; }

    /// <summary>Gets whether no handler is between the transport and its connections. Only they send the request then.</summary>
    public bool HasOwnConnections => _root._hasOwnConnections;

    public static HttpRequestOptionsKey<SendRecord> Key { get; } = new("RealtimeKit.Runtime.SendRecord");

    /// <summary>Gets the key under which a handler reports that it did not send the request.</summary>
    public static HttpRequestOptionsKey<bool> NotSent { get; } = new("RealtimeKit.Runtime.NotSent");

    /// <summary>Returns whether a request may be one of a transport, or a copy of it.</summary>
    public static bool MayHave(HttpRequestMessage request) => request.Options.TryGetValue(Key, out _) || CalledRequest.IsInFlow;

    /// <summary>Returns the record of a request or of the request whose copy it is, or null if a transport does not send it.</summary>
    public static ValueTask<SendRecord?> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => request.Options.TryGetValue(Key, out SendRecord? own) ? new(own) : CalledRequest.FindAsync(request, cancellationToken);

    /// <summary>
    /// Returns the record for a handler: that of the request, or an inner one if the handler is called by another handler that began
    /// the same request. Otherwise the inner of two handlers would wait for the outer one, which waits for the inner one.
    /// </summary>
    public SendRecord ForHandler() => _current.Value is { } outer && ReferenceEquals(outer._root, this) ? outer.Inner() : this;

    /// <summary>Makes this record the one that an inner handler finds. The caller is an asynchronous method, whose end restores the earlier one.</summary>
    /// <param name="repeatsOnlyUnprocessed">The value of <see cref="RepeatsOnlyUnprocessed"/>.</param>
    public void Enter(bool repeatsOnlyUnprocessed)
    {
        RepeatsOnlyUnprocessed = repeatsOnlyUnprocessed;
        _current.Value = this;
    }

    /// <summary>Returns true on the first call, and false on all later ones.</summary>
    public bool TryBegin()
        => Interlocked.CompareExchange(ref _end, new(TaskCreationOptions.RunContinuationsAsynchronously), null) is null;

    /// <summary>
    /// Gets whether a <see cref="SingleSendHandler"/> has received the request. It sends no request again, so that whatever reads the content
    /// elsewhere then does not send it.
    /// </summary>
    public bool HasBegun => _root._end is not null;

    /// <summary>Gets whether it is certain that only a <see cref="SingleSendHandler"/> sends the request, before it has received it.</summary>
    public bool IsAnnounced => _root._isAnnounced;

    /// <summary>Records that the request goes to a <see cref="SingleSendHandler"/>, below all handlers.</summary>
    public void Announce() => _root._isAnnounced = true;

    /// <summary>Gets whether a <see cref="SingleSendHandler"/> is sending the request here.</summary>
    public bool IsSending => ReferenceEquals(_current.Value?._root, _root);

    /// <summary>Gets whether the request has ended.</summary>
    public bool HasEnded => _end is { Task.IsCompleted: true };

    /// <summary>Gets whether the request has ended without a success. Its body may still be sent.</summary>
    public bool HasFailed => _root._end is { Task: { IsCompleted: true, Result: not { Response.IsSuccessStatusCode: true } } };

    /// <summary>Gets whether the request ended with a cancellation that nobody asked for, such as that of the stream of an upload.</summary>
    public bool HasCancelledItself
        => _root._end is { Task: { IsCompleted: true, Result: { Exception: OperationCanceledException, IsCancelled: false } } };

    /// <summary>Records that the innermost handler could not connect, and has sent nothing.</summary>
    public void NotConnected() => _root._hasNotConnected = true;

    /// <summary>
    /// Gets the content that the innermost handler sends in place of that of the request, or null if it sends that itself or is not known.
    /// </summary>
    public ISentContent? Content => _root._content;

    /// <summary>Records the connection of the transport on which the request is sent, and the number of the request on it.</summary>
    public void SentOn(SingleSendStream connection, int number)
    {
        _root._number = number;
        Volatile.Write(ref _root._connection, connection);
    }

    /// <summary>Closes the connection of the request, unless it is not known, or a later request is sent on it.</summary>
    public void CloseConnection() => Volatile.Read(ref _root._connection)?.Close(_root._number);

    /// <summary>Counts how far a content is sent.</summary>
    /// <returns>The content to send in its place, or null if it counts that itself.</returns>
    public CountedContent? Count(HttpContent? content)
    {
        var counted = CountedContent.Of(content);
        if (counted is not null)
        {
            _root._content = counted;
        }

        return counted;
    }

    /// <summary>Gets whether an exception of the request that says that there was no connection comes from the connection itself.</summary>
    public bool ProvesUnsent => HasOwnConnections || _hasNotConnected;

    /// <summary>Sets how the request ended. Called after <see cref="TryBegin"/> returned true.</summary>
    public void End(SendOutcome outcome) => _end!.SetResult(outcome);

    /// <summary>Waits until the request has ended, and returns how it ended.</summary>
    public Task<SendOutcome> EndAsync(CancellationToken cancellationToken) => _end!.Task.WaitAsync(cancellationToken);

    private SendRecord Inner() => _inner ?? Interlocked.CompareExchange(ref _inner, new SendRecord(_root), null) ?? _inner;
}
