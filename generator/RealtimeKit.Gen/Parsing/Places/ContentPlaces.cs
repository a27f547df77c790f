using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Gives each content of a body the place of its media type. If the author has changed the media type to another of the same kind, such as
/// <c>*/*</c> to JSON or to one with a charset, the content keeps the place that it has in the names file.
/// </summary>
/// <param name="kindOf">Returns the kind of a media type.</param>
internal sealed class ContentPlaces(LockedContents locked, Func<string, BodyKind> kindOf)
{
    /// <param name="parent">The place of the body.</param>
    public IEnumerable<(string Place, JsonSchema Schema)> Of(IDictionary<string, OpenApiMediaType> contents, string parent)
    {
        string[] names = contents.Keys.Select(Name).ToArray();
        IReadOnlyList<string> known = locked.At(parent);
        ILookup<BodyKind, string> former = known.Except(names, StringComparer.Ordinal).ToLookup(KindOf);
        ILookup<BodyKind, string> added = names.Except(known, StringComparer.Ordinal).ToLookup(KindOf);
        return contents
            .Where(static content => content.Value.Schema is not null)
            .Select(content => (parent + "/" + PlaceOf(Name(content.Key), former, added), content.Value.Schema));
    }

    /// <summary>Returns the former name of a content, if it is the only new one of its kind, and only one of the kind no longer exists.</summary>
    private string PlaceOf(string name, ILookup<BodyKind, string> former, ILookup<BodyKind, string> added)
    {
        BodyKind kind = KindOf(name);
        return former[kind].Count() == 1 && added[kind].Count() == 1 && added[kind].Contains(name, StringComparer.Ordinal) ? former[kind].First() : name;
    }

    private static string Name(string mediaType) => LockKey.Token(SpecPointer.Escape(mediaType));

    /// <summary>Returns the kind of a media type. Both kinds of forms are one, because a form that gets a file changes to the other.</summary>
    private BodyKind KindOf(string name) =>
        kindOf(SpecPointer.Unescape(LockKey.Text(name))) is var kind && kind == BodyKind.Multipart ? BodyKind.Form : kind;
}
