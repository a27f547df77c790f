using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations.Http;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// What a names file says about the media types of one operation after which methods are named. If the author has replaced a media type,
/// such as by another version of it, the method keeps its name.
/// </summary>
/// <param name="key">The words and texts that precede the media type in the file.</param>
/// <param name="side">What precedes the media type directly.</param>
/// <param name="current">All media types of that side of the operation.</param>
/// <param name="isKnown">Returns whether the file has a media type in another way.</param>
internal sealed class LockedMediaTypes(NameLock names, string key, string side, IReadOnlyCollection<string> current, Func<string, bool> isKnown)
{
    private readonly FormerNames<BodyKind>? _former = !names.IsOn ? null : new(
        names.Within(key)
            .Select(static entry => LockKey.Text(LockKey.Last(entry.Key)))
            .Where(known => known.StartsWith(side, StringComparison.Ordinal))
            .Select(known => known.Substring(side.Length))
            .Where(IsNamedAfter)
            .Concat(current.Where(isKnown))
            .Distinct(StringComparer.Ordinal)
            .ToArray(),
        current.Where(IsNamedAfter).Distinct(StringComparer.Ordinal).ToArray(),
        MediaTypes.BodyKindOf);

    public string KeyOf(string mediaType) => $"{key} {side}{LockKey.Token(mediaType)}";

    /// <summary>Returns the name in the file for a media type, or for the one that it replaces, or null.</summary>
    public string? Find(string mediaType) => names.Find(KeyOf(mediaType)) ?? FormerOf(mediaType);

    /// <summary>Returns the name in the file for the media type that one replaces, or null.</summary>
    public string? FormerOf(string mediaType) => _former?.Of(mediaType) is { } former ? names.Find(KeyOf(former)) : null;

    private static bool IsNamedAfter(string mediaType) => MediaTypeSuffix.IsOfMediaType(MediaTypes.BodyKindOf(mediaType), mediaType);
}
