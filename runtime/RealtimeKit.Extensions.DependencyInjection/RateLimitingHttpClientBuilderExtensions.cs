using System.Threading.RateLimiting;
using RealtimeKit.Extensions.DependencyInjection;

// The same namespace as AddApiClient.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that add a rate limiter to a client.</summary>
public static class RateLimitingHttpClientBuilderExtensions
{
    /// <summary>
    /// Makes each request, including each retry, wait for a permit of a rate limiter. Without a permit, the client receives status
    /// 429 with the <c>Retry-After</c> of the limiter, and treats it like one of the server. The limiter is not disposed. To
    /// share a limit between clients or processes, use the same limiter, or limiters with a common store.
    /// </summary>
    /// <param name="builder">The builder of the client's <see cref="HttpClient"/>.</param>
    /// <param name="limiter">Returns the rate limiter.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder AddApiRateLimiter(this IHttpClientBuilder builder, Func<IServiceProvider, RateLimiter> limiter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(limiter);
        return builder.AddHttpMessageHandler(provider => new RateLimitingHandler(limiter(provider)));
    }
}
