using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Finds parts of a multipart body that only the caller can write, because their media type is neither JSON nor text.</summary>
internal static class PartFiles
{
    /// <summary>Returns the file or the list of files for a structure in a media type that is not JSON, or null for text.</summary>
    public static TypeRef? Find(TypeRef type, string mediaType) => type switch
    {
        { Shape: TypeShape.List, Element: { } item } => Find(item, mediaType) is { Shape: TypeShape.File } file ? TypeRef.List(file) : null,
        { Shape: TypeShape.Union } when mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => null,
        { Shape: TypeShape.Object or TypeShape.Map or TypeShape.Tuple or TypeShape.Union } or { Kind: PrimitiveKind.Element } => TypeRef.File,
        _ => null,
    };
}
