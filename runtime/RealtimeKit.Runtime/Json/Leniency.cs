namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Whether a value that is not written as the API description says may be read nevertheless, where nothing of it is lost.
/// Readers ask only after the strict reading has failed, so that the usual value costs nothing.
/// </summary>
/// <remarks>Reading is synchronous, so that the thread knows.</remarks>
internal static class Leniency
{
    /// <summary>Set while a response is read for a client with <see cref="ApiClientOptions.StrictReading"/>.</summary>
    [ThreadStatic]
    private static bool _isStrict;

    /// <summary>
    /// Asks whether the value at hand may be read in another spelling, and counts it: among the cases of a union, the one
    /// that takes the value as it is written goes first.
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

    /// <summary>Makes reading on this thread strict, or not.</summary>
    /// <returns>What it was before.</returns>
    public static bool SetStrict(bool isStrict)
    {
        bool before = _isStrict;
        _isStrict = isStrict;
        return before;
    }
}
