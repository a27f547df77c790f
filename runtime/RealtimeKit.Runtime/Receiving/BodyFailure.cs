using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Handlers;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// Handles exceptions of response bodies that .NET itself does not throw. A handler may have replaced the body with any stream,
/// even one that fails because a call of another client failed.
/// </summary>
internal static class BodyFailure
{
    /// <summary>Opens the body of a response. The exchange disposes the stream.</summary>
    public static async ValueTask<Stream> OpenAsync(Exchange exchange)
    {
        HttpResponseMessage response = exchange.Response!;
        try
        {
            Stream? body = await response.Content.ReadAsStreamAsync(exchange.Deadline.Token).ConfigureAwait(false);
            Stream decoded = DecodedStream.Of(body ?? throw new InvalidOperationException("The content of the response has no stream."));
            return exchange.Opened = DetachedStream.Of(ReferenceEquals(decoded, body) ? MeasuredStream.Of(body, response) : decoded, exchange);
        }
        catch (Exception exception) when (IsForeign(exception))
        {
            throw From(exception);
        }
    }

    public static bool IsForeign(Exception exception) => exception is not (OperationCanceledException or HttpRequestException or IOException);

    /// <summary>Returns an exception that the transport can use. A time limit of a handler is one also while the body is read.</summary>
    public static Exception From(Exception exception)
        => HandlerTimeout.Is(exception) ? HandlerTimeout.Of(exception) : new HttpRequestException("The stream of the response body failed.", exception);
}
