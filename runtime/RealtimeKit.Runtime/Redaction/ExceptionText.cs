namespace RealtimeKit.Runtime.Redaction;

/// <summary>
/// The texts of an exception of other code, such as a handler. They may fail themselves, and would then replace the exception of the call.
/// </summary>
internal static class ExceptionText
{
    /// <summary>Returns the message, or nothing if it cannot be read.</summary>
    public static string MessageOf(Exception exception) => Read(static exception => exception.Message, exception) ?? "";

    /// <summary>Returns everything that a log may show of the exception, or null if one of the texts cannot be read.</summary>
    public static string[]? AllOf(Exception exception)
        => Read(static exception => exception.ToString(), exception) is { } whole && Read(static exception => exception.Message, exception) is { } message
            ? [whole, message]
            : null;

    private static string? Read(Func<Exception, string?> read, Exception exception)
    {
        try
        {
            return read(exception) ?? "";
        }
        catch
        {
            return null;
        }
    }
}
