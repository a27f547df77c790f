namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// Travels with a request, and with the copies that handlers make of it, and knows whether any of them was sent.
/// </summary>
internal sealed class SendRecord
{
    private TaskCompletionSource<SendOutcome>? _end;

    public static HttpRequestOptionsKey<SendRecord> Key { get; } = new("RealtimeKit.Runtime.SendRecord");

    /// <summary>True for the first who asks.</summary>
    public bool TryBegin()
        => Interlocked.CompareExchange(ref _end, new(TaskCreationOptions.RunContinuationsAsynchronously), null) is null;

    /// <summary>Told by who began.</summary>
    public void End(SendOutcome outcome) => _end!.SetResult(outcome);

    /// <summary>How the one request ended, once it has.</summary>
    public Task<SendOutcome> EndAsync(CancellationToken cancellationToken) => _end!.Task.WaitAsync(cancellationToken);
}
