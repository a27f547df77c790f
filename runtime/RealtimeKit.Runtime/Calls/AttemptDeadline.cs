using RealtimeKit.Runtime.Cancellation;

namespace RealtimeKit.Runtime.Calls;

/// <summary>
/// The deadline of an attempt. Its token is cancelled by the caller, by disposing the client, or by the shorter of two limits:
/// that of the attempt and the time left for the call. It is itself the source of the token, so that an attempt has few objects. The timer is
/// a separate one: that of a source ends the process if code of a handler throws an exception when it is cancelled.
/// </summary>
internal sealed class AttemptDeadline : QuietSource
{
    private const int Running = 0;
    private const int Stopped = 1;
    private const int Passed = 2;

    private readonly CancellationToken _caller;
    private readonly CancellationToken _closing;
    private readonly TimeProvider _timeProvider;
    private readonly long _started;
    private readonly ITimer? _timer;

    // A timer can fire even after it was changed or disposed. It must not end anything then.
    private int _clock;

    public AttemptDeadline(TimeProvider timeProvider, TimeSpan attempt, TimeSpan leftOfCall, CancellationToken caller, CancellationToken closing = default)
        : base(caller, closing)
    {
        Kind = leftOfCall <= attempt ? ApiTimeoutKind.Total : ApiTimeoutKind.Attempt;
        Token = base.Token;
        _caller = caller;
        _closing = closing;
        _timeProvider = timeProvider;
        _started = timeProvider.GetTimestamp();
        if (Due(attempt, leftOfCall) is { Ticks: > 0 } due)
        {
            _timer = timeProvider.CreateTimer(static state => ((AttemptDeadline)state!).Pass(), this, due, Timeout.InfiniteTimeSpan);
        }
        else
        {
            Pass();
        }
    }

    /// <summary>Gets the token. Unlike that of the base class, it can be read after the deadline was disposed.</summary>
    public new CancellationToken Token { get; }

    public ApiTimeoutKind Kind { get; private set; }

    /// <summary>Gets whether the time is over. False if the caller has cancelled the call, or the client is disposed.</summary>
    public bool HasPassed
        => !_caller.IsCancellationRequested && !_closing.IsCancellationRequested && Volatile.Read(ref _clock) == Passed;

    /// <summary>Gets the time since the attempt began.</summary>
    public TimeSpan Elapsed => _timeProvider.GetElapsedTime(_started);

    /// <summary>
    /// Stops the clock, unless the time is over. From then on, only the caller or disposing the client cancels the token.
    /// </summary>
    /// <returns>False if the time is over.</returns>
    public bool TryStop()
    {
        if (Interlocked.CompareExchange(ref _clock, Stopped, Running) == Passed)
        {
            return false;
        }

        _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return true;
    }

    /// <summary>Starts the clock again after it was stopped, with the limit of a whole call.</summary>
    public void Restart(TimeSpan total)
    {
        Kind = ApiTimeoutKind.Total;
        if (Interlocked.CompareExchange(ref _clock, Running, Stopped) != Passed)
        {
            _timer?.Change(total, Timeout.InfiniteTimeSpan);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ = Interlocked.CompareExchange(ref _clock, Stopped, Running);
            _timer?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Pass()
    {
        if (Interlocked.CompareExchange(ref _clock, Passed, Running) == Running)
        {
            CancelQuietly();
        }
    }

    private static TimeSpan Due(TimeSpan attempt, TimeSpan leftOfCall)
        => TimeSpan.FromTicks(Math.Max(0, Math.Min(attempt.Ticks, leftOfCall.Ticks)));
}
