using System.Runtime.ExceptionServices;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Placed directly above a handler that repeats requests. Restores the failures that <see cref="HideFailureHandler"/> converted.</summary>
/// <param name="key">The key of the first request that the handler makes.</param>
internal sealed class ShowFailureHandler(HttpRequestOptionsKey<FirstRequest> key) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var first = new FirstRequest();
        request.Options.Set(key, first);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response is HiddenResponse hidden ? hidden.Take() : response;
        }
        catch (HiddenFailureException hidden)
        {
            ExceptionDispatchInfo.Throw(hidden.Failure);
            throw;
        }
        finally
        {
            first.DisposeHidden();
        }
    }
}
