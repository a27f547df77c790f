namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Counts unknown parts of a value: members of an enum, cases of a union, types of a record, and text that is only a relative
/// URI. If several cases of a union accept a value, the one with the lowest count is chosen.
/// </summary>
internal static class UnnamedValues
{
    /// <summary>The count for the thread. Only the difference between two values is meaningful.</summary>
    [ThreadStatic]
    public static int Count;

    /// <summary>The number of unknown properties, which are kept in addition to those in the API description.</summary>
    [ThreadStatic]
    public static int Properties;
}
