using System.Runtime.ExceptionServices;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Placed directly above a handler that repeats requests. Restores the failures that <see cref="HideFailureHandler"/> converted.</summary>
internal sealed class ShowFailureHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
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
