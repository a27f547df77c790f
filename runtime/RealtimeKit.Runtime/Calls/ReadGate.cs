namespace RealtimeKit.Runtime.Calls;

/// <summary>
/// Counts those who use a stream: its reads, and whoever closes it. The last one that leaves after the gate was closed frees the stream, so
/// that it is freed exactly once, and never beside a read.
/// </summary>
internal struct ReadGate
{
    private const int Closed = int.MinValue;

    // The number of users, and the sign bit if the gate is closed.
    private int _state;

    public readonly bool IsClosed => Volatile.Read(in _state) < 0;

    /// <summary>Begins a read. Returns false if the gate is closed.</summary>
    public bool TryEnter() => TryAdd(1);

    /// <summary>Closes the gate, so that no read begins any more, and enters it. Returns false if it was closed before.</summary>
    public bool TryClose() => TryAdd(1 | Closed);

    /// <summary>Leaves the gate. Returns true if the caller has to free the stream.</summary>
    public bool Leave() => Interlocked.Decrement(ref _state) == Closed;

    private bool TryAdd(int change)
    {
        int state = Volatile.Read(ref _state);
        while (state >= 0)
        {
            int seen = Interlocked.CompareExchange(ref _state, state + change, state);
            if (seen == state)
            {
                return true;
            }

            state = seen;
        }

        return false;
    }
}
