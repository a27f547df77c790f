using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Nulls that come where the API description says that there are none. Many descriptions cannot say it: those of ASP.NET
/// Core do not tell a list of strings from one of strings and nulls. Text, objects, lists and maps are read as null then,
/// unless the client reads strictly; numbers, dates and enums, which no null fits into, are not.
/// </summary>
/// <remarks>Reading is synchronous, so that the thread knows what holds for the body that it reads.</remarks>
internal static class UndocumentedNulls
{
    /// <summary>Set while a union looks for a case that takes the value without putting up with a null.</summary>
    [ThreadStatic]
    private static bool _areRefused;

    /// <summary>How many were refused for that reason; only differences mean anything.</summary>
    [field: ThreadStatic]
    public static int Refused { get; private set; }

    /// <summary>Says what holds from now on.</summary>
    /// <returns>What held before, which the caller restores.</returns>
    public static bool Refuse(bool areRefused)
    {
        bool before = _areRefused;
        _areRefused = areRefused;
        return before;
    }

    /// <summary>Whether the value is null and is to be read so.</summary>
    public static bool Take(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null && Take();

    private static bool Take()
    {
        Refused += _areRefused ? 1 : 0;
        return !_areRefused && Leniency.Allows();
    }
}
