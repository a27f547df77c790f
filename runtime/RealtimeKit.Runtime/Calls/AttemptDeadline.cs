namespace RealtimeKit.Runtime.Calls;

/// <summary>
/// The deadline of an attempt. Its token is cancelled by the caller, by disposing the client, or by the shorter of two limits:
/// that of the attempt and the time left for the call. It is itself the source of the token, so that an attempt has few objects. The timer is
/// a separate one: that of a source ends the process if code of a handler throws an exception when it is cancelled.
/// </summary>
internal sealed class AttemptDeadline : CancellationTokenSource
{
    private readonly CancellationToken _caller;
    private readonly CancellationToken _closing;
    private readonly CancellationTokenRegistration _byCaller;
    private readonly CancellationTokenRegistration _byClosing;

    private readonly ITimer? _timer;

    // A timer can fire even after it was disposed, which must not end anything.
    private volatile bool _hasPassed;
    private volatile bool _isOver;

    public AttemptDeadline(TimeProvider timeProvider, TimeSpan attempt, TimeSpan leftOfCall, CancellationToken caller, CancellationToken closing = default)
    {
        Kind = leftOfCall <= attempt ? ApiTimeoutKind.Total : ApiTimeoutKind.Attempt;
        Token = base.Token;
        _caller = caller;
        _closing = closing;
        _byCaller = caller.UnsafeRegister(static state => ((AttemptDeadline)state!).Cancel(), this);
        _byClosing = closing.UnsafeRegister(static state => ((AttemptDeadline)state!).Cancel(), this);
        if (Due(attempt, leftOfCall) is { Ticks: > 0 } due)
        {
            _timer = timeProvider.CreateTimer(static state => ((AttemptDeadline)state!).Pass(), this, due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            Cancel();
        }
    }

    /// <summary>Gets the token. Unlike that of the base class, it can be read after the deadline was disposed.</summary>
    public new CancellationToken Token { get; }

    public ApiTimeoutKind Kind { get; private set; }

    /// <summary>Gets whether the time is over. False if the caller has cancelled the call, or the client is disposed.</summary>
    public bool HasPassed => !_caller.IsCancellationRequested && !_closing.IsCancellationRequested && (_isOver ? _hasPassed : IsCancellationRequested);

    /// <summary>Stops the clock. From then on, only the caller or disposing the client cancels the token.</summary>
    public void Stop() => _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Starts the clock again, with the limit of a whole call.</summary>
    public void Restart(TimeSpan total)
    {
        Kind = ApiTimeoutKind.Total;
        _timer?.Change(total, Timeout.InfiniteTimeSpan);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isOver)
        {
            _hasPassed = IsCancellationRequested;
            _isOver = true;
            _timer?.Dispose();
            _byCaller.Dispose();
            _byClosing.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Pass()
    {
        try
        {
            Cancel();
        }
        catch
        {
            // The attempt has ended, or code of a handler or a stream failed when it was cancelled. The token is cancelled in any case.
        }
    }

    private static TimeSpan Due(TimeSpan attempt, TimeSpan leftOfCall)
        => TimeSpan.FromTicks(Math.Max(0, Math.Min(attempt.Ticks, leftOfCall.Ticks)));
}
