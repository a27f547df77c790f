namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// Handles exceptions of response bodies that .NET itself does not throw. A handler may have replaced the body with any stream,
/// even one that fails because a call of another client failed.
/// </summary>
internal static class BodyFailure
{
    /// <summary>Opens the body of a response.</summary>
    public static async ValueTask<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            Stream? body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            Stream decoded = DecodedStream.Of(body ?? throw new InvalidOperationException("The content of the response has no stream."));
            return DetachedStream.Of(ReferenceEquals(decoded, body) ? MeasuredStream.Of(body, response) : decoded, response.Content);
        }
        catch (Exception exception) when (IsForeign(exception))
        {
            throw From(exception);
        }
    }

    public static bool IsForeign(Exception exception) => exception is not (OperationCanceledException or HttpRequestException or IOException);

    public static HttpRequestException From(Exception exception) => new("The stream of the response body failed.", exception);
}
