namespace RealtimeKit.Simulator;

/// <summary>
/// One simulated recording. Its status is computed from the clock when it is read, so a test that controls the clock controls the
/// status.
/// </summary>
public sealed class SimulatedRecording
{
    private const long BytesPerSecond = 85_000;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _uploadDelay;
    private SimulatedStatus _status;
    private DateTimeOffset? _resumedAt;
    private TimeSpan _recorded;

    internal SimulatedRecording(Guid id, SimulatedStatus status, TimeProvider time, TimeSpan uploadDelay)
    {
        Id = id;
        _time = time;
        _uploadDelay = uploadDelay;
        _status = status;

        DateTimeOffset now = time.GetUtcNow();
        InvokedAt = now;
        if (status is not SimulatedStatus.Invoked)
        {
            StartedAt = now;
        }

        if (status is SimulatedStatus.Recording)
        {
            _resumedAt = now;
        }

        if (status is SimulatedStatus.Uploading or SimulatedStatus.Uploaded or SimulatedStatus.Errored)
        {
            StoppedAt = now;
        }
    }

    /// <summary>Gets the id of the recording.</summary>
    public Guid Id { get; }

    /// <summary>Gets the id of the session that is recorded.</summary>
    public Guid SessionId { get; } = Guid.NewGuid();

    /// <summary>Gets the time of the request for the recording.</summary>
    public DateTimeOffset InvokedAt { get; }

    /// <summary>Gets the time when the recording began.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Gets the time when the recording was stopped.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Gets whether a call stopped the recording.</summary>
    public bool StoppedByCall { get; private set; }

    /// <summary>Gets the current status.</summary>
    public SimulatedStatus Status
    {
        get
        {
            lock (_lock)
            {
                if (_status is SimulatedStatus.Uploading && _time.GetUtcNow() - StoppedAt >= _uploadDelay)
                {
                    _status = SimulatedStatus.Uploaded;
                }

                return _status;
            }
        }
    }

    /// <summary>Gets the recorded time without pauses.</summary>
    public TimeSpan Recorded
    {
        get
        {
            lock (_lock)
            {
                return _recorded + (_resumedAt is { } since ? _time.GetUtcNow() - since : TimeSpan.Zero);
            }
        }
    }

    /// <summary>Gets the size of the file, or null if there is none yet.</summary>
    public long? FileSize => Status is SimulatedStatus.Uploaded ? 1 + (long)(Recorded.TotalSeconds * BytesPerSecond) : null;

    /// <summary>Begins the recording if it has not begun yet.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            if (_status is SimulatedStatus.Invoked)
            {
                StartedAt = _resumedAt = _time.GetUtcNow();
                _status = SimulatedStatus.Recording;
            }
        }
    }

    /// <summary>Ends the recording with an error.</summary>
    public void Fail()
    {
        lock (_lock)
        {
            Rest();
            _status = SimulatedStatus.Errored;
        }
    }

    /// <summary>Applies an action. Returns false if the action is not allowed in the current status.</summary>
    internal bool TryAct(SimulatedAction action)
    {
        lock (_lock)
        {
            switch (action, Status)
            {
                case (SimulatedAction.Pause, SimulatedStatus.Recording):
                    Rest();
                    _status = SimulatedStatus.Paused;
                    return true;

                case (SimulatedAction.Resume, SimulatedStatus.Paused):
                    _resumedAt = _time.GetUtcNow();
                    _status = SimulatedStatus.Recording;
                    return true;

                case (SimulatedAction.Stop, SimulatedStatus.Recording or SimulatedStatus.Paused):
                    Rest();
                    StoppedAt = _time.GetUtcNow();
                    StoppedByCall = true;
                    _status = SimulatedStatus.Uploading;
                    return true;

                default:
                    return false;
            }
        }
    }

    private void Rest()
    {
        _recorded = Recorded;
        _resumedAt = null;
    }
}
