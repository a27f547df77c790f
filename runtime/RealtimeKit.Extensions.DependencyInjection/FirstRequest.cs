namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// The first request that a handler makes of a request that it was given. A hedging handler begins a second one beside it, and takes what ends
/// first. The second is not sent, so it must not end before the first.
/// </summary>
internal sealed class FirstRequest
{
    private readonly TaskCompletionSource<Exception?> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    /// <summary>Gets whether the request has ended.</summary>
    public bool HasEnded => _end.Task.IsCompleted;

    /// <summary>Returns true on the first call, and false on all later ones.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _begun, 1) == 0;

    /// <summary>Ends the request with a response, or with an exception.</summary>
    public void End(Exception? exception) => _end.TrySetResult(exception);

    /// <summary>Waits until the request has ended, and returns its exception, or null if it has a response.</summary>
    public Task<Exception?> EndAsync(CancellationToken cancellationToken) => _end.Task.WaitAsync(cancellationToken);
}
