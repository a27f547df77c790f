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
        response.Headers.Add("Retry-After", Math.Ceiling(Wait(lease).TotalSeconds).ToString("F0", CultureInfo.InvariantCulture));
        return response;
    }

    // The platform's limiters say it by one name and as a time; those over a store have names of their own, and seconds.
    private static TimeSpan Wait(RateLimitLease lease)
    {
        foreach (string name in lease.MetadataNames)
        {
            if (name.Replace("_", "", StringComparison.Ordinal).EndsWith("RETRYAFTER", StringComparison.OrdinalIgnoreCase)
                && lease.TryGetMetadata(name, out object? value))
            {
                switch (value)
                {
                    case TimeSpan wait when wait >= TimeSpan.Zero:
                        return wait;
                    case int and >= 0:
                        return TimeSpan.FromSeconds((int)value);
                }
            }
        }

        return TimeSpan.FromSeconds(1);
    }
}
