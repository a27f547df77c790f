namespace RealtimeKit.Runtime.Calls;

/// <summary>
/// The time one attempt has: the caller's cancellation, the client's end, the attempt's own limit and what is left of the
/// call, whichever comes first, and knows afterwards which of them it was. Covers whatever is awaited with its token.
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

    /// <summary>True once the time is over, unless the caller had cancelled before.</summary>
    public bool HasPassed => _hasPassed && !_caller.IsCancellationRequested;

    /// <summary>Stops the clock, so that what goes on afterwards obeys the caller's cancellation only.</summary>
    public void Stop() => _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Starts the clock again, with the time of a whole call.</summary>
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
            // The attempt ended as the timer fired; nobody waits any more.
            _hasPassed = false;
        }
    }
}
