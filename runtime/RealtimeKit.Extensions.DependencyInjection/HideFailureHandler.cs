namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Placed directly below a handler that repeats requests. Converts each failure to an exception that the handler does not
/// recognize. Otherwise the handler would log each attempt, and wait several seconds before a repeated request, which <see
/// cref="Runtime.SingleSendHandler"/> does not send. <see cref="ShowFailureHandler"/> above the handler converts the failure
/// back.
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
            // A cancellation is not converted, since the deadline of the handler uses it to end a request.
            throw new HiddenFailureException(exception);
        }

        return response.IsSuccessStatusCode ? response : throw new HiddenFailureException(response);
    }
}
