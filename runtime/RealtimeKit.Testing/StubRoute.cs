namespace RealtimeKit.Testing;

/// <summary>The responses for the requests of a method whose path ends with segments, of which some are templates.</summary>
internal sealed class StubRoute(HttpMethod method, string[] segments)
{
    public HttpMethod Method => method;

    public IReadOnlyList<string> Segments => segments;

    public Queue<Func<RecordedRequest, HttpResponseMessage>> Responses { get; } = new();

    /// <summary>Gets how much of a path the route determines: its segments, those without a template, and the text beside templates.</summary>
    public (int Segments, int WithoutTemplate, int Text) Exactness { get; } = (
        segments.Length,
        segments.Count(static segment => !segment.Contains('{', StringComparison.Ordinal)),
        segments.Sum(static segment => Parts(segment).Sum(static part => part.Length)));

    /// <summary>Returns whether a path ends with the segments of the route.</summary>
    public bool Fits(string[] path) =>
        path.Length >= segments.Length && path[^segments.Length..].Zip(segments).All(static pair => Fits(pair.First, pair.Second));

    private static bool Fits(string actual, string segment)
    {
        string[] parts = Parts(segment);
        if (parts.Length == 1)
        {
            return actual == segment;
        }

        // Each template takes at least one character.
        int from = parts[0].Length;
        int end = actual.Length - parts[^1].Length;
        if (!actual.StartsWith(parts[0], StringComparison.Ordinal) || !actual.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        foreach (string part in parts[1..^1])
        {
            int place = from + 1 <= end ? actual.IndexOf(part, from + 1, StringComparison.Ordinal) : -1;
            if (place < 0)
            {
                return false;
            }

            from = place + part.Length;
        }

        return from < end;
    }

    /// <summary>Returns the texts before, between and after the templates of a segment.</summary>
    private static string[] Parts(string segment)
    {
        List<string> parts = [];
        int from = 0;
        for (int open = segment.IndexOf('{', StringComparison.Ordinal); open >= 0; open = segment.IndexOf('{', from))
        {
            int close = segment.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            parts.Add(segment[from..open]);
            from = close + 1;
        }

        return [.. parts, segment[from..]];
    }
}
