using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>What travels under a media type.</summary>
internal static class MediaTypes
{
    public const string EventStream = "text/event-stream";

    public static bool IsJson(string mediaType)
    {
        string bare = Bare(mediaType);
        return bare is "application/json" or "text/json" or "*/*" || (bare.EndsWith("+json", StringComparison.Ordinal) && !IsItemStream(bare));
    }

    /// <summary>Items one after another: server-sent events, JSON lines and their kin.</summary>
    public static bool IsItemStream(string mediaType) => Bare(mediaType) is
        EventStream or "application/jsonl" or "application/x-ndjson" or "application/ndjson" or "application/x-jsonlines" or "application/json-seq" or "application/geo+json-seq" or "application/stream+json";

    public static bool IsText(string mediaType)
    {
        string bare = Bare(mediaType);
        return bare.StartsWith("text/", StringComparison.Ordinal) || bare is "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript" || bare.EndsWith("+xml", StringComparison.Ordinal) || bare.EndsWith("+yaml", StringComparison.Ordinal);
    }

    public static BodyKind BodyKindOf(string mediaType) =>
        IsJson(mediaType) ? BodyKind.Json
        : Bare(mediaType) == "application/x-www-form-urlencoded" ? BodyKind.Form
        : Bare(mediaType).StartsWith("multipart/", StringComparison.Ordinal) ? BodyKind.Multipart
        : IsText(mediaType) ? BodyKind.Text
        : BodyKind.Stream;

    /// <summary>Whether it can stand in a Content-Type header: <c>type/subtype</c>, in token characters.</summary>
    public static bool IsWellFormed(string mediaType)
    {
        string bare = Bare(mediaType);
        string[] parts = bare.Split('/');
        return parts.Length == 2 && parts.All(static part => part.Length > 0 && part.All(static c => c is > ' ' and < '\u007F' && "()<>@,;:\\\"[]?={}".IndexOf(c) < 0))
            && mediaType.All(static c => c is >= ' ' and < '\u007F');
    }

    private static string Bare(string mediaType)
    {
        int semicolon = mediaType.IndexOf(';');
        return (semicolon < 0 ? mediaType : mediaType.Substring(0, semicolon)).Trim().ToLowerInvariant();
    }
}
