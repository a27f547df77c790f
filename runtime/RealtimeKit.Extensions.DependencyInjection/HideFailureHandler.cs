using System.Runtime.ExceptionServices;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>
/// Placed directly below a handler that repeats requests. Hides each failure: a response that is no success behind a success, and an exception
/// behind one that the handler does not recognize. Otherwise the handler would log each attempt, and wait several seconds before a repeated
/// request, which <see cref="Runtime.SingleSendHandler"/> does not send. <see cref="ShowFailureHandler"/> above the handler converts the
/// failure back. A request beside the first, as a hedging handler begins it, waits for the end of the first: handlers below may read its response.
/// </summary>
/// <param name="key">The key of the first request, which <see cref="ShowFailureHandler"/> sets.</param>
internal sealed class HideFailureHandler(HttpRequestOptionsKey<FirstRequest> key) : DelegatingHandler
{
    // The handler cancels the second request when it has taken the response of the first.
    private static readonly TimeSpan _timeToTake = TimeSpan.FromSeconds(10);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(key, out FirstRequest? first))
        {
            return await SendHiddenAsync(first, request, cancellationToken).ConfigureAwait(false);
        }

        if (first.TryBegin())
        {
            return await SendFirstAsync(first, request, cancellationToken).ConfigureAwait(false);
        }

        if (!first.HasEnded)
        {
            (bool isHidden, HiddenFailureException? failure) = await first.EndAsync(cancellationToken).ConfigureAwait(false);
            if (failure is not null)
            {
                ExceptionDispatchInfo.Throw(failure);
            }

            if (isHidden)
            {
                // Its exception must not come before the response of the first.
                await Task.Delay(_timeToTake, cancellationToken).ConfigureAwait(false);
            }
        }

        return await SendHiddenAsync(first, request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendFirstAsync(FirstRequest first, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await SendHiddenAsync(first, request, cancellationToken).ConfigureAwait(false);
            first.End(response is HiddenResponse, null);
            return response;
        }
        catch (Exception exception)
        {
            first.End(isHidden: false, exception as HiddenFailureException);
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendHiddenAsync(FirstRequest? first, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? response : first?.Hide(response) ?? new HiddenResponse(response);
        }
        catch (OperationCanceledException exception) when (exception.InnerException is not null && cancellationToken.IsCancellationRequested)
        {
            // The deadline of the handler uses a cancellation to end a request, and the handler logs it. What .NET threw may repeat a secret.
            throw new OperationCanceledException("The request was cancelled.", cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new HiddenFailureException(exception);
        }
    }
}
