using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations.Http;

/// <summary>
/// Names a method after the kind of its body (<c>AsForm</c>), or after its media type if an operation can have several methods of the
/// kind (<c>AsMergePatchJson</c>).
/// </summary>
internal static class MediaTypeSuffix
{
    public static string Of(BodyKind kind, string mediaType) => "As" + (IsOfMediaType(kind, mediaType) ? MediaTypes.Name(mediaType) : $"{kind}");

    /// <summary>Returns whether the media type gives the suffix: JSON that is not plain, and parts that are not the fields of a form.</summary>
    public static bool IsOfMediaType(BodyKind kind, string mediaType) => kind switch
    {
        BodyKind.Json => !MediaTypes.IsPlainJson(mediaType),
        BodyKind.Multipart => !MediaTypes.AreAlike(mediaType, MediaTypes.MultipartForm),
        _ => false,
    };
}
