using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace RealtimeKit.Simulator;

/// <summary>A request as the simulator received it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path and query, exactly as they were sent.</param>
/// <param name="Headers">The headers. Repeated headers are joined with a comma.</param>
/// <param name="Body">The body as text.</param>
public sealed record ReceivedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Returns the value of a header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    internal static async Task<ReceivedRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new(
            request.Method,
            request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(cancellationToken));
    }
}
