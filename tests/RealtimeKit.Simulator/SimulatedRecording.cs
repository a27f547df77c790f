namespace RealtimeKit.Simulator;

/// <summary>
/// One recording and its life. Time only passes when somebody looks: an upload is over once a look comes late enough,
/// so that a test which owns the clock owns the state.
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

    /// <summary>The recording's id.</summary>
    public Guid Id { get; }

    /// <summary>The session that is recorded.</summary>
    public Guid SessionId { get; } = Guid.NewGuid();

    /// <summary>When the recording was asked for.</summary>
    public DateTimeOffset InvokedAt { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it was stopped.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Whether it was stopped by a call.</summary>
    public bool StoppedByCall { get; private set; }

    /// <summary>The status right now.</summary>
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

    /// <summary>How long was recorded, pauses left out.</summary>
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

    /// <summary>The size of the file, once there is one.</summary>
    public long? FileSize => Status is SimulatedStatus.Uploaded ? 1 + (long)(Recorded.TotalSeconds * BytesPerSecond) : null;

    /// <summary>Begins to record, if that was still to come.</summary>
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

    /// <summary>Breaks the recording for good.</summary>
    public void Fail()
    {
        lock (_lock)
        {
            Rest();
            _status = SimulatedStatus.Errored;
        }
    }

    /// <summary>Acts on the recording: false if the action is not legal in its status.</summary>
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
