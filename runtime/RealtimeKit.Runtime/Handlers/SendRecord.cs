namespace RealtimeKit.Runtime.Handlers;

/// <summary>Records whether a request was sent. It is attached to the request and to the copies that handlers make of it.</summary>
internal sealed class SendRecord
{
    private static readonly AsyncLocal<SendRecord?> _current = new();

    private readonly SendRecord _root;
    private TaskCompletionSource<SendOutcome>? _end;
    private SendRecord? _inner;

    /// <summary>Initializes a new instance for a request that is not sent yet.</summary>
    public SendRecord() => _root = this;

    private SendRecord(SendRecord root) => _root = root;

    public static HttpRequestOptionsKey<SendRecord> Key { get; } = new("RealtimeKit.Runtime.SendRecord");

    /// <summary>
    /// Returns the record for a handler: that of the request, or an inner one if the handler is called by another handler that began
    /// the same request. Otherwise the inner of two handlers would wait for the outer one, which waits for the inner one.
    /// </summary>
    public SendRecord ForHandler() => _current.Value is { } outer && ReferenceEquals(outer._root, this) ? outer.Inner() : this;

    /// <summary>Makes this record the one that an inner handler finds. The caller is an asynchronous method, whose end restores the earlier one.</summary>
    public void Enter() => _current.Value = this;

    /// <summary>Returns true on the first call, and false on all later ones.</summary>
    public bool TryBegin()
        => Interlocked.CompareExchange(ref _end, new(TaskCreationOptions.RunContinuationsAsynchronously), null) is null;

    /// <summary>Sets how the request ended. Called after <see cref="TryBegin"/> returned true.</summary>
    public void End(SendOutcome outcome) => _end!.SetResult(outcome);

    /// <summary>Waits until the request has ended, and returns how it ended.</summary>
    public Task<SendOutcome> EndAsync(CancellationToken cancellationToken) => _end!.Task.WaitAsync(cancellationToken);

    private SendRecord Inner() => _inner ?? Interlocked.CompareExchange(ref _inner, new SendRecord(_root), null) ?? _inner;
}
