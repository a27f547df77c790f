using System.Text.Json;

namespace RealtimeKit.Runtime.Unions;

/// <summary>
/// What it may cost to read a union over again. A value that its likeliest case refuses is read anew as the next one, and
/// with it every union that it holds: without a bound a kilobyte of unions within each other would never end.
/// </summary>
/// <remarks>Reading is synchronous, so that the thread knows all that is open.</remarks>
internal static class RereadBudget
{
    /// <summary>Bytes that the smallest value may cost in vain.</summary>
    private const long Floor = 16 * 1024;

    /// <summary>As many cases in vain as hardly any union has.</summary>
    private const long PerByte = 32;

    /// <summary>An attempt has a price, be it refused at the first byte.</summary>
    private const long PerAttempt = 16;

    [ThreadStatic]
    private static int _open;

    [ThreadStatic]
    private static long _start;

    [ThreadStatic]
    private static long _spent;

    /// <summary>Begins a union, the outermost with a budget of its own.</summary>
    public static void Enter(in Utf8JsonReader reader)
    {
        if (_open++ == 0)
        {
            (_start, _spent) = (reader.BytesConsumed, 0);
        }
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public static void Leave() => _open--;

    /// <summary>Counts what was read in vain.</summary>
    /// <returns>Whether it may be tried once more.</returns>
    public static bool Spend(in Utf8JsonReader from, in Utf8JsonReader to)
    {
        _spent += to.BytesConsumed - from.BytesConsumed + PerAttempt;
        return _spent <= Floor + (PerByte * (to.BytesConsumed - _start));
    }
}
