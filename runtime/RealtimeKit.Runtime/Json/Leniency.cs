namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Decides whether a value may be read that is written differently than the API description says, but has only one possible
/// meaning. Readers ask only after strict reading failed, so that other values cost nothing.
/// </summary>
/// <remarks>The state belongs to the thread, since reading is synchronous.</remarks>
internal static class Leniency
{
    /// <summary>True while a response is read for a client with <see cref="ApiClientOptions.StrictReading"/>.</summary>
    [ThreadStatic]
    private static bool _isStrict;

    /// <summary>
    /// Returns whether the current value may be read in another spelling, and counts it. If several cases of a union accept a
    /// value, the one without such a reading is preferred.
    /// </summary>
    public static bool Allows()
    {
        if (_isStrict)
        {
            return false;
        }

        UnnamedValues.Count++;
        return true;
    }

    /// <summary>Sets whether reading on this thread is strict.</summary>
    /// <returns>The previous value.</returns>
    public static bool SetStrict(bool isStrict)
    {
        bool before = _isStrict;
        _isStrict = isStrict;
        return before;
    }
}
