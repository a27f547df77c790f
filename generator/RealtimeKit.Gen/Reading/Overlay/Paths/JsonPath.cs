namespace RealtimeKit.Gen.Reading.Overlay.Paths;

/// <summary>
/// A JSONPath query (RFC 9535), parsed. One liberty: a hyphen is taken as part of a name after a dot
/// (<c>$.info.x-logo</c>), as the examples of the Overlay specification itself write it. A relative query starts at
/// the node under test (<c>@</c>) and not at the root (<c>$</c>).
/// </summary>
internal sealed record JsonPath(bool IsRelative, IReadOnlyList<JsonPathSegment> Segments)
{
    /// <summary>Whether it can give one node at most, whatever the document.</summary>
    public bool IsSingular { get; } = Segments.All(static segment =>
        !segment.IsDescendant && segment.Selectors.Count == 1 && segment.Selectors[0] is NameSelector or IndexSelector);
}

/// <summary>One step of a query; a descendant one (<c>..</c>) starts at each node below too.</summary>
internal sealed record JsonPathSegment(bool IsDescendant, IReadOnlyList<JsonPathSelector> Selectors);

internal abstract record JsonPathSelector;

internal sealed record NameSelector(string Name) : JsonPathSelector;

internal sealed record WildcardSelector : JsonPathSelector;

internal sealed record IndexSelector(long Index) : JsonPathSelector;

internal sealed record SliceSelector(long? Start, long? End, long Step) : JsonPathSelector;

internal sealed record FilterSelector(JsonPathFilter Filter) : JsonPathSelector;

/// <summary>Why a text is no JSONPath, and at which of its characters.</summary>
internal sealed record JsonPathFault(int Index, string Message);
