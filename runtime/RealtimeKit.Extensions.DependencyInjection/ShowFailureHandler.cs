using System.Runtime.ExceptionServices;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Placed directly above a handler that repeats requests. Restores the failures that <see cref="HideFailureHandler"/> converted.</summary>
/// <param name="key">The key of the first request that the handler makes.</param>
internal sealed class ShowFailureHandler(HttpRequestOptionsKey<FirstRequest> key) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.Set(key, new FirstRequest());
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HiddenFailureException hidden)
        {
            if (hidden.Response is null)
            {
                ExceptionDispatchInfo.Throw(hidden.InnerException!);
            }

            return hidden.Response;
        }
    }
}
