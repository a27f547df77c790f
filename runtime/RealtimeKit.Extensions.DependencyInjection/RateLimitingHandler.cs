using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Lets a request go on only with a permit.</summary>
internal sealed class RateLimitingHandler(RateLimiter limiter) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using RateLimitLease lease = await limiter.AcquireAsync(1, cancellationToken).ConfigureAwait(false);
        if (lease.IsAcquired)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
        double seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? Math.Ceiling(wait.TotalSeconds) : 1;
        response.Headers.Add("Retry-After", seconds.ToString("F0", CultureInfo.InvariantCulture));
        return response;
    }
}
