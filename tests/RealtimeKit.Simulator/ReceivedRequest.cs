using Microsoft.AspNetCore.Http;

namespace RealtimeKit.Simulator;

/// <summary>A request as it arrived.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, still percent-encoded as it was on the wire.</param>
/// <param name="Headers">The headers, joined by a comma where one came twice.</param>
/// <param name="Body">The body as text.</param>
public sealed record ReceivedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>A header's value, or nothing.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    internal static async Task<ReceivedRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return new(
            request.Method,
            request.Path.ToUriComponent() + request.QueryString,
            request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(cancellationToken));
    }
}
