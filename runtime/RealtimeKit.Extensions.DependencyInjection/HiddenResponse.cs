using System.Net;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Passes a response that is no success through a handler that would act upon it. The handler sees a success. An exception in its place would
/// be a failure for every strategy that handles all exceptions, as those of Polly do by default. Its disposal disposes the response too.
/// </summary>
internal sealed class HiddenResponse : HttpResponseMessage
{
    private HttpResponseMessage? _response;

    public HiddenResponse(HttpResponseMessage response)
        : base(HttpStatusCode.OK)
    {
        _response = response;
        RequestMessage = response.RequestMessage;
    }

    /// <summary>Returns the response, which the caller disposes from now on.</summary>
    public HttpResponseMessage Take()
    {
        HttpResponseMessage response = Interlocked.Exchange(ref _response, null) ?? throw new ObjectDisposedException(nameof(HttpResponseMessage));
        Dispose();
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                Interlocked.Exchange(ref _response, null)?.Dispose();
            }
            catch
            {
                // The content is that of another handler. The result does not depend on it.
            }
        }

        base.Dispose(disposing);
    }
}
