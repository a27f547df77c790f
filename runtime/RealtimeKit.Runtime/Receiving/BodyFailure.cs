namespace RealtimeKit.Runtime.Receiving;

/// <summary>
/// What a response's body throws that is none of the platform's: a handler below may have put any stream there, even
/// one whose failure is that of another client's call.
/// </summary>
internal static class BodyFailure
{
    /// <summary>Opens the body of a response.</summary>
    public static async Task<Stream> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsForeign(exception))
        {
            throw From(exception);
        }
    }

    public static bool IsForeign(Exception exception) => exception is not (OperationCanceledException or HttpRequestException or IOException);

    public static HttpRequestException From(Exception exception) => new("The response's body gave a failure of its own.", exception);
}
