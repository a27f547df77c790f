namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Counts what is read that the API description does not name: an enum's value, a union's case, a kind of a record, a
/// URI that is none by itself. The one of several cases that takes a value with the fewest of them is what was meant.
/// </summary>
internal static class UnnamedValues
{
    /// <summary>Those that the thread met; only differences mean anything.</summary>
    [ThreadStatic]
    public static int Count;

    /// <summary>Properties of that kind, which are kept beside those that have a name.</summary>
    [ThreadStatic]
    public static int Properties;
}
