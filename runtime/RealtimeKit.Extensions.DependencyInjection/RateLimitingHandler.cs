using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Sends a request only after it obtained a permit.</summary>
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

    // The limiters of .NET report the wait as a TimeSpan, under a common name. Limiters with a store use other names, and report seconds.
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
