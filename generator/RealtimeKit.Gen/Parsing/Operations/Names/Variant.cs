using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations.Http;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>One of the methods that send the bodies, or return the results, of an operation.</summary>
/// <param name="Suffix">The usual suffix, which is empty for the first.</param>
/// <param name="Own">The suffix beside a method without one; empty if it never has one.</param>
/// <param name="Ids">What identifies it in a names file: its media types if several methods can be of their kind, or its suffix.</param>
internal sealed record Variant(string Suffix, string Own, IReadOnlyList<string> Ids)
{
    /// <summary>The suffix of plain JSON, which is never needed while no other method is without one.</summary>
    public const string OfJson = "As" + nameof(BodyKind.Json);

    /// <summary>Gets the media types among the <see cref="Ids"/>. Each of them can have had a method of its own before.</summary>
    public IEnumerable<string> MediaTypes => Ids.Where(static id => id.IndexOf('/') >= 0);

    public static Variant Of(BodyModel body)
    {
        string own = MediaTypeSuffix.Of(body.Kind, body.ContentType);
        string[] mediaTypes = [body.ContentType, .. body.OtherContentTypes];
        return MediaTypeSuffix.IsOfMediaType(body.Kind, body.ContentType)
            ? new Variant(body.Suffix, own, mediaTypes)
            : Of(body.Suffix, own) is var plain && body.Kind != BodyKind.Json ? plain
            : plain with { Ids = [.. plain.Ids, .. mediaTypes.Where(mediaType => MediaTypeSuffix.IsOfMediaType(body.Kind, mediaType))] };
    }

    /// <param name="ends">The ends of methods' names by media type.</param>
    public static Variant Of(ResultModel result, LockedMediaTypes ends)
    {
        if (result.MediaType.Length > 0)
        {
            string own = ends.Find(result.MediaType) ?? MediaTypeSuffix.Of(BodyKind.Json, result.MediaType);
            return new Variant(result.Suffix, own, [result.MediaType]);
        }

        ResultKind[] kinds = result.Cases.Select(static @case => @case.Kind).Where(static kind => kind != ResultKind.Empty).ToArray();
        return Of(result.Suffix, result.IsStreamed || kinds.Length == 0 ? "" : $"As{kinds.Min()}");
    }

    private static Variant Of(string suffix, string own) => new(suffix, own, [suffix.Length > 0 ? suffix : own]);
}
