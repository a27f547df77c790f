using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Finds parts of a multipart body that only the caller can write, because their media type is neither JSON nor text.</summary>
/// <param name="draftOf">Returns the draft of a type, or null for a type that is not emitted.</param>
internal sealed class PartFiles(Func<TypeRef, TypeDraft?> draftOf)
{
    /// <summary>Returns the file or the list of files for a structure in a media type that is not JSON, or null for text.</summary>
    public TypeRef? Find(TypeRef type, string mediaType) => type switch
    {
        { Shape: TypeShape.List, Element: { } item } => Find(item, mediaType) is { Shape: TypeShape.File } file ? TypeRef.List(file) : null,
        { Shape: TypeShape.Union } when mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => HasStructure(type, []) ? TypeRef.File : null,
        { Shape: TypeShape.Object or TypeShape.Map or TypeShape.Tuple or TypeShape.Union } or { Kind: PrimitiveKind.Element } => TypeRef.File,
        _ => null,
    };

    /// <summary>Returns whether a value of a union can be more than a text, or a list of texts.</summary>
    private bool HasStructure(TypeRef type, HashSet<TypeDraft> visited) => type.Shape switch
    {
        TypeShape.Object or TypeShape.Map or TypeShape.Tuple => true,
        TypeShape.List => HasStructure(type.Element!, visited),
        TypeShape.Union => draftOf(type) is { } union && visited.Add(union) && union.References.Any(@case => HasStructure(@case, visited)),
        _ => type.Kind == PrimitiveKind.Element,
    };
}
