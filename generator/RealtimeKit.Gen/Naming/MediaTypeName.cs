namespace RealtimeKit.Gen.Naming;

/// <summary>Checks the spelling of media types.</summary>
internal static class MediaTypeName
{
    /// <summary>The first halves that are registered.</summary>
    private static readonly string[] _groups =
        ["application", "audio", "chemical", "example", "font", "haptics", "image", "message", "model", "multipart", "text", "video"];

    /// <summary>The frequent media types that decide how a body is sent or read.</summary>
    private static readonly string[] _frequent =
        ["application/json", "application/x-www-form-urlencoded", "multipart/form-data", "application/octet-stream", "text/event-stream", "text/plain"];

    /// <summary>The media types whose second half alone says what is meant.</summary>
    private static readonly string[] _byFormat = [.. _frequent, "application/xml", "application/pdf", "text/html", "text/csv", "image/png", "image/jpeg"];

    /// <summary>Returns a media type without its parameters, in lower case.</summary>
    public static string Bare(string mediaType)
    {
        int semicolon = mediaType.IndexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.Substring(0, semicolon)).Trim().ToLowerInvariant();
    }

    /// <summary>Returns whether a media type can be sent in a Content-Type header: <c>type/subtype</c> in token characters.</summary>
    public static bool IsWellFormed(string mediaType)
    {
        string[] parts = Bare(mediaType).Split('/');
        return parts.Length == 2 && parts.All(HttpToken.IsValid) && mediaType.All(static c => c is >= ' ' and < '\u007F');
    }

    /// <summary>Returns the media type that a text without the form of one probably means, or null.</summary>
    public static string? Nearest(string malformed)
    {
        string bare = Bare(malformed);
        return Array.Find(_byFormat, known => bare.Length > 0 && known.EndsWith("/" + bare, StringComparison.Ordinal))
            ?? Array.Find(_byFormat, known => NearestName.Distance(bare, known) == 1);
    }

    /// <summary>Returns the media type that was probably misspelled, or null. Unknown media types are usual, so few differences count.</summary>
    public static string? FindMeant(string mediaType)
    {
        string bare = Bare(mediaType);
        string[] parts = bare.Split('/');
        if (parts.Length != 2 || bare.IndexOf('*') >= 0 || _frequent.Contains(bare))
        {
            return null;
        }

        if (!_groups.Contains(parts[0]))
        {
            string? group = Array.Find(_groups, group => NearestName.Distance(parts[0], group) <= (group.Length > 5 ? 2 : 1));
            return group is null ? null : group + "/" + parts[1];
        }

        // BSON, Hjson and JSON lines are not JSON.
        return Array.Find(_frequent, known => NearestName.Distance(bare, known) <= (known.Length > 20 ? 2 : 1)
            && !bare.StartsWith(known, StringComparison.Ordinal)
            && parts[1][0] == known[known.IndexOf('/') + 1]);
    }
}
