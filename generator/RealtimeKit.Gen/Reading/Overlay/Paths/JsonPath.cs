namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>
/// A parsed JSONPath query (RFC 9535). As an extension, a name after a dot may contain a hyphen (<c>$.info.x-logo</c>), as in the
/// examples of the Overlay specification. A relative query starts at the current node (<c>@</c>), any other at the root
/// (<c>$</c>).
/// </summary>
internal sealed record JsonPath(bool IsRelative, IReadOnlyList<JsonPathSegment> Segments)
{
    /// <summary>Gets whether the query returns at most one node for every document.</summary>
    public bool IsSingular { get; } = Segments.All(static segment =>
        !segment.IsDescendant && segment.Selectors.Count == 1 && segment.Selectors[0] is NameSelector or IndexSelector);
}

/// <summary>One segment of a query. A descendant segment (<c>..</c>) also starts at each node below.</summary>
internal sealed record JsonPathSegment(bool IsDescendant, IReadOnlyList<JsonPathSelector> Selectors);

internal abstract record JsonPathSelector;

internal sealed record NameSelector(string Name) : JsonPathSelector;

internal sealed record WildcardSelector : JsonPathSelector;

internal sealed record IndexSelector(long Index) : JsonPathSelector;

internal sealed record SliceSelector(long? Start, long? End, long Step) : JsonPathSelector;

internal sealed record FilterSelector(JsonPathFilter Filter) : JsonPathSelector;

/// <summary>The fault of a text that is not a JSONPath query, with its position.</summary>
internal sealed record JsonPathFault(int Index, string Message);
