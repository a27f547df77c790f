namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Stands directly below a handler that repeats requests, and turns each failure into an exception that such a handler
/// does not know. It would otherwise wait for seconds before a repetition that <see cref="Runtime.SingleSendHandler"/>
/// does not let through, and log each try. <see cref="ShowFailureHandler"/> above it turns the failure back.
/// </summary>
internal sealed class HideFailureHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A cancellation is left as it is: it is how a handler's own deadline ends a request.
            throw new HiddenFailureException(exception);
        }

        return response.IsSuccessStatusCode ? response : throw new HiddenFailureException(response);
    }
}
