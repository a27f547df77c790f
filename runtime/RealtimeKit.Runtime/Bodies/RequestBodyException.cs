namespace RealtimeKit.Runtime.Bodies;

/// <summary>
/// The exception for a stream of the caller that does not have the declared length, or that failed. Sending it again would fail in the same way.
/// </summary>
internal sealed class RequestBodyException(string message, Exception? failure = null) : IOException(message, failure)
{
    /// <summary>Returns the exception for one that the stream threw. It is no failure of a handler or a connection, whatever its type is.</summary>
    public static RequestBodyException Of(Exception failure) => new($"The stream of the request body threw {failure.GetType().Name}.", failure);
}
