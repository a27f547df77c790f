namespace RealtimeKit.Runtime.Handlers;

/// <summary>Tells the streams apart into which a body is written.</summary>
internal static class ConnectionStream
{
    /// <summary>Returns whether a stream is in memory, such as the one into which .NET reads a content. A connection has no length.</summary>
    public static bool IsBuffer(Stream stream)
    {
        try
        {
            return stream.Length >= 0;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>
    /// Returns whether a stream is a connection of .NET. Its types are internal. Others, such as one that hashes or compresses, are of a handler.
    /// </summary>
    public static bool Is(Stream stream)
        => !IsBuffer(stream) && stream.GetType().Namespace is { } name && name.StartsWith("System.Net", StringComparison.Ordinal);
}
