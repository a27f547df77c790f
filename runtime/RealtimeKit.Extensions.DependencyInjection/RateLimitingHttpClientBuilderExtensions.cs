using System.Threading.RateLimiting;
using RealtimeKit.Extensions.DependencyInjection;

// Where AddApiClient is, too.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts a rate limiter before a client's requests.</summary>
public static class RateLimitingHttpClientBuilderExtensions
{
    /// <summary>
    /// Has each request, retries included, wait for a permit; where there is none, the client sees a 429 with the
    /// limiter's <c>Retry-After</c>, which it treats as the server's. The limiter stays its owner's: share one, or one
    /// backed by a store, among all that share a limit.
    /// </summary>
    public static IHttpClientBuilder AddApiRateLimiter(this IHttpClientBuilder builder, Func<IServiceProvider, RateLimiter> limiter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(limiter);
        return builder.AddHttpMessageHandler(provider => new RateLimitingHandler(limiter(provider)));
    }
}
