using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Accepts nulls that the API description does not allow. Many descriptions cannot express them: ASP.NET Core describes a list of
/// strings in the same way as a list that may also contain nulls. Strings, objects, lists and maps are then read as null, unless
/// the client reads strictly. Numbers, dates and enums are not, since their types have no null.
/// </summary>
/// <remarks>The state belongs to the thread, since reading is synchronous.</remarks>
internal static class UndocumentedNulls
{
    /// <summary>True while a union looks for a case that accepts the value without such a null.</summary>
    [ThreadStatic]
    private static bool _areRefused;

    /// <summary>Gets the number of nulls rejected for this reason. Only the difference between two values is meaningful.</summary>
    [field: ThreadStatic]
    public static int Refused { get; private set; }

    /// <summary>Sets whether such nulls are rejected.</summary>
    /// <returns>The previous value, which the caller must restore.</returns>
    public static bool Refuse(bool areRefused)
    {
        bool before = _areRefused;
        _areRefused = areRefused;
        return before;
    }

    /// <summary>Returns whether the value is null and is accepted as such.</summary>
    public static bool Take(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null && Take();

    private static bool Take()
    {
        Refused += _areRefused ? 1 : 0;
        return !_areRefused && Leniency.Allows();
    }
}
