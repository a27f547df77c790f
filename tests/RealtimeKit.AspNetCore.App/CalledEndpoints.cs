using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing.Patterns;

namespace RealtimeKit.AspNetCore.App;

/// <summary>The endpoints that were called, such as <c>GET /orders/{id}</c>.</summary>
public sealed class CalledEndpoints
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the endpoints.</summary>
    public IReadOnlyCollection<string> All => [.. _calls.Keys];

    internal void Add(string method, RoutePattern pattern)
    {
        IEnumerable<string> segments = pattern.PathSegments.Select(static segment => string.Concat(segment.Parts.Select(TextOf)));
        _calls.AddOrUpdate($"{method} /{string.Join('/', segments)}", 1, static (_, count) => count + 1);
    }

    private static string TextOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => throw new InvalidOperationException($"A route has a part of kind {part.PartKind}."),
    };
}
