namespace RealtimeKit.Runtime.Handlers;

/// <summary>Records whether a request was sent. It is attached to the request and to the copies that handlers make of it.</summary>
internal sealed class SendRecord
{
    private TaskCompletionSource<SendOutcome>? _end;

    public static HttpRequestOptionsKey<SendRecord> Key { get; } = new("RealtimeKit.Runtime.SendRecord");

    /// <summary>Returns true on the first call, and false on all later ones.</summary>
    public bool TryBegin()
        => Interlocked.CompareExchange(ref _end, new(TaskCreationOptions.RunContinuationsAsynchronously), null) is null;

    /// <summary>Sets how the request ended. Called after <see cref="TryBegin"/> returned true.</summary>
    public void End(SendOutcome outcome) => _end!.SetResult(outcome);

    /// <summary>Waits until the request has ended, and returns how it ended.</summary>
    public Task<SendOutcome> EndAsync(CancellationToken cancellationToken) => _end!.Task.WaitAsync(cancellationToken);
}
