using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Http;

/// <summary>Classifies media types, and orders the media types of one body.</summary>
internal static class MediaTypes
{
    public const string EventStream = "text/event-stream";
    public const string Json = "application/json";
    public const string MultipartForm = "multipart/form-data";

    /// <summary>Returns the items in the order of preference: plain JSON first, then by name.</summary>
    public static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, string> mediaTypeOf) =>
        items.OrderBy(item => Rank(mediaTypeOf(item))).ThenBy(mediaTypeOf, StringComparer.Ordinal);

    /// <summary>
    /// Returns the rank of a request's media type among those that are sent as the same kind of body. A media type that has this
    /// kind by its name precedes one that has it because of its schema, and plain text precedes other texts.
    /// </summary>
    public static int RankWithinKind(string mediaType) => BodyKindOf(mediaType) switch
    {
        BodyKind.Stream => 0,
        BodyKind.Json => 1 + Rank(mediaType),
        _ => MediaTypeName.Bare(mediaType) == "text/plain" ? 3 : 4,
    };

    public static bool IsJson(string mediaType)
    {
        string bare = MediaTypeName.Bare(mediaType);
        return bare is Json or "text/json" || IsAnyJson(bare) || (bare.EndsWith("+json", StringComparison.Ordinal) && !IsItemStream(bare));
    }

    /// <summary>Returns whether a range of media types contains JSON and others. The value is described once, so it is JSON.</summary>
    public static bool IsRangeWithJson(string mediaType) => IsAnyJson(MediaTypeName.Bare(mediaType));

    /// <summary>Returns a media type without a charset other than UTF-8.</summary>
    public static string InUtf8(string mediaType)
    {
        string[] parts = mediaType.Split(';');
        string[] kept = Array.FindAll(parts, static part => part.IndexOf("charset", StringComparison.OrdinalIgnoreCase) < 0
            || part.IndexOf("utf-8", StringComparison.OrdinalIgnoreCase) >= 0
            || part.IndexOf("utf8", StringComparison.OrdinalIgnoreCase) >= 0);
        return kept.Length == parts.Length ? mediaType : string.Join(";", kept);
    }

    /// <summary>Returns whether two media types differ only in their parameters.</summary>
    public static bool AreAlike(string left, string right) => MediaTypeName.Bare(left) == MediaTypeName.Bare(right);

    /// <summary>Returns whether a media type says more than that JSON, or any content, is accepted.</summary>
    public static bool IsNamed(string mediaType) => mediaType.IndexOf('*') < 0 && MediaTypeName.Bare(mediaType) != "text/json";

    /// <summary>Returns whether a media type is JSON of no more than that name.</summary>
    public static bool IsPlainJson(string mediaType) => IsJson(mediaType) && (!IsNamed(mediaType) || Rank(mediaType) == 0);

    /// <summary>
    /// Returns whether a media type is JSON or plain text. Frameworks list both for one value, so nothing is lost if one is
    /// dropped.
    /// </summary>
    public static bool IsJsonOrPlainText(string mediaType) => IsJson(mediaType) || MediaTypeName.Bare(mediaType) == "text/plain";

    /// <summary>
    /// Returns whether a media type is a rendering of a value that is not meant to be read back, such as a file, a picture or a
    /// table.
    /// </summary>
    public static bool IsRendering(string mediaType)
    {
        string bare = MediaTypeName.Bare(mediaType);
        return bare is "text/csv" or "text/tab-separated-values" or "text/calendar" or "text/vcard" or "application/pdf" or "application/zip"
            or "application/vnd.ms-excel"
            || bare.StartsWith("image/", StringComparison.Ordinal)
                || bare.StartsWith("audio/", StringComparison.Ordinal)
                || bare.StartsWith("video/", StringComparison.Ordinal)
            || bare.StartsWith("application/vnd.openxmlformats", StringComparison.Ordinal)
                || bare.StartsWith("application/vnd.oasis", StringComparison.Ordinal);
    }

    /// <summary>
    /// Returns the name of a method or type for a media type: <c>application/vnd.acme.v2+json</c> becomes <c>AcmeV2Json</c>.
    /// </summary>
    public static string Name(string mediaType)
    {
        string bare = MediaTypeName.Bare(mediaType);
        string subtype = bare.Substring(bare.IndexOf('/') + 1);
        foreach (string prefix in new[] { "vnd.", "x-", "prs." })
        {
            subtype = subtype.Length > prefix.Length && subtype.StartsWith(prefix, StringComparison.Ordinal) ? subtype.Substring(prefix.Length) : subtype;
        }

        return Identifier.Pascal(subtype);
    }

    /// <summary>Returns whether the content is a sequence of items, such as server-sent events or JSON lines.</summary>
    public static bool IsItemStream(string mediaType) => MediaTypeName.Bare(mediaType) is
        EventStream or "application/jsonl" or "application/x-ndjson" or "application/ndjson" or "application/x-jsonlines"
            or "application/json-seq" or "application/geo+json-seq" or "application/stream+json";

    public static bool IsText(string mediaType)
    {
        string bare = MediaTypeName.Bare(mediaType);
        return bare.StartsWith("text/", StringComparison.Ordinal)
            || bare is "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript"
            || bare.EndsWith("+xml", StringComparison.Ordinal)
            || bare.EndsWith("+yaml", StringComparison.Ordinal);
    }

    /// <summary>Returns whether a media type is XML or YAML, in which many servers accept the same value as in JSON.</summary>
    public static bool IsXmlOrYaml(string mediaType)
    {
        string bare = MediaTypeName.Bare(mediaType);
        return bare is "text/xml" or "application/xml" or "text/yaml" or "application/yaml" or "application/x-yaml"
            || ((bare.EndsWith("+xml", StringComparison.Ordinal) || bare.EndsWith("+yaml", StringComparison.Ordinal))
                && !IsRendering(mediaType)
                && !IsPatch(mediaType));
    }

    /// <summary>Returns whether a media type is JSON that is the value itself, and not a change to it.</summary>
    public static bool IsValueInJson(string mediaType) => IsJson(mediaType) && !IsPatch(mediaType);

    /// <summary>Returns whether a body describes a change, such as <c>application/apply-patch+yaml</c>.</summary>
    private static bool IsPatch(string mediaType) => MediaTypeName.Bare(mediaType).Contains("-patch+");

    public static BodyKind BodyKindOf(string mediaType) =>
        IsJson(mediaType) ? BodyKind.Json
        : MediaTypeName.Bare(mediaType) == "application/x-www-form-urlencoded" ? BodyKind.Form
        : MediaTypeName.Bare(mediaType).StartsWith("multipart/", StringComparison.Ordinal) ? BodyKind.Multipart
        : IsText(mediaType) ? BodyKind.Text
        : BodyKind.Stream;

    /// <summary>Returns whether an absent property of a body keeps its value.</summary>
    public static bool IsPatched(string method, string mediaType) =>
        string.Equals(method, "patch", StringComparison.OrdinalIgnoreCase) || IsMergePatch(mediaType);

    /// <summary>Returns whether a body is a JSON merge patch (RFC 7396), in which null deletes a value.</summary>
    public static bool IsMergePatch(string mediaType) => MediaTypeName.Bare(mediaType) == "application/merge-patch+json";

    /// <summary>Returns whether a body is a JSON patch (RFC 6902), a list of operations.</summary>
    public static bool IsJsonPatch(string mediaType) => MediaTypeName.Bare(mediaType) == "application/json-patch+json";

    private static bool IsAnyJson(string bare) => bare is "*/*" or "application/*";

    private static int Rank(string mediaType) => MediaTypeName.Bare(mediaType) == Json ? 0 : 1;
}
