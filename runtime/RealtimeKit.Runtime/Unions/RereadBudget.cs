using System.Text.Json;

namespace RealtimeKit.Runtime.Unions;

/// <summary>
/// Limits how often parts of a union are read again. If the most likely case rejects a value, the value is read again as the
/// next case, with all unions inside it. Without a limit, a kilobyte of nested unions could take forever.
/// </summary>
/// <remarks>The state belongs to the thread, since reading is synchronous.</remarks>
internal static class RereadBudget
{
    /// <summary>The number of bytes that failed attempts may read for any value, however small.</summary>
    private const long Floor = 16 * 1024;

    /// <summary>The number of times that failed attempts may read each byte of the value. Hardly any union has more cases.</summary>
    private const long PerByte = 32;

    /// <summary>The cost of an attempt in bytes, in addition to those that were read.</summary>
    private const long PerAttempt = 16;

    [ThreadStatic]
    private static int _open;

    [ThreadStatic]
    private static long _start;

    [ThreadStatic]
    private static long _spent;

    /// <summary>Begins a union. The outermost union gets a new budget.</summary>
    public static void Enter(in Utf8JsonReader reader)
    {
        if (_open++ == 0)
        {
            (_start, _spent) = (reader.BytesConsumed, 0);
        }
    }

    /// <summary>Ends the union that <see cref="Enter"/> began.</summary>
    public static void Leave() => _open--;

    /// <summary>Counts the bytes of a failed attempt.</summary>
    /// <returns>True if another attempt is allowed.</returns>
    public static bool Spend(in Utf8JsonReader from, in Utf8JsonReader to)
    {
        _spent += to.BytesConsumed - from.BytesConsumed + PerAttempt;
        return _spent <= Floor + (PerByte * (to.BytesConsumed - _start));
    }
}
