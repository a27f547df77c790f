namespace RealtimeKit.Runtime.Calls;

/// <summary>
/// The deadline of an attempt. Its token is cancelled by the caller, by disposing the client, or by the shorter of two limits:
/// that of the attempt and the time left for the call. It records which limit passed.
/// </summary>
internal sealed class AttemptDeadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly ITimer _timer;
    private volatile bool _hasPassed;

    public AttemptDeadline(TimeProvider timeProvider, TimeSpan attempt, TimeSpan leftOfCall, CancellationToken caller, CancellationToken closing = default)
    {
        _caller = caller;
        Kind = leftOfCall <= attempt ? ApiTimeoutKind.Total : ApiTimeoutKind.Attempt;
        TimeSpan due = Kind == ApiTimeoutKind.Total ? leftOfCall : attempt;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller, closing);
        Token = _source.Token;
        _timer = timeProvider.CreateTimer(
            static state => ((AttemptDeadline)state!).Pass(), this, TimeSpan.FromTicks(Math.Max(due.Ticks, 0)), Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token { get; }

    public ApiTimeoutKind Kind { get; private set; }

    /// <summary>Gets whether the time is over. False if the caller cancelled before.</summary>
    public bool HasPassed => _hasPassed && !_caller.IsCancellationRequested;

    /// <summary>Stops the clock. From then on, only the caller or disposing the client cancels the token.</summary>
    public void Stop() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Starts the clock again, with the limit of a whole call.</summary>
    public void Restart(TimeSpan total)
    {
        Kind = ApiTimeoutKind.Total;
        _timer.Change(total, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _timer.Dispose();
        _source.Dispose();
    }

    private void Pass()
    {
        _hasPassed = true;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt ended when the timer fired, so nothing waits any more.
            _hasPassed = false;
        }
    }
}
