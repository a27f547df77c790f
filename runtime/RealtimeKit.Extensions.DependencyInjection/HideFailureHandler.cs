using System.Runtime.ExceptionServices;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Placed directly below a handler that repeats requests. Converts each failure to an exception that the handler does not
/// recognize. Otherwise the handler would log each attempt, and wait several seconds before a repeated request, which <see
/// cref="Runtime.SingleSendHandler"/> does not send. <see cref="ShowFailureHandler"/> above the handler converts the failure
/// back. A request beside the first, as a hedging handler begins it, waits for the end of the first: handlers below may read its response.
/// </summary>
/// <param name="key">The key of the first request, which <see cref="ShowFailureHandler"/> sets.</param>
internal sealed class HideFailureHandler(HttpRequestOptionsKey<FirstRequest> key) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(key, out FirstRequest? first))
        {
            return await SendHiddenAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (first.TryBegin())
        {
            return await SendFirstAsync(first, request, cancellationToken).ConfigureAwait(false);
        }

        if (!first.HasEnded && await first.EndAsync(cancellationToken).ConfigureAwait(false) is HiddenFailureException failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return await SendHiddenAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendFirstAsync(FirstRequest first, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await SendHiddenAsync(request, cancellationToken).ConfigureAwait(false);
            first.End(null);
            return response;
        }
        catch (Exception exception)
        {
            first.End(exception);
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendHiddenAsync(HttpRequestMessage request, CancellationToken cancellationToken)
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
