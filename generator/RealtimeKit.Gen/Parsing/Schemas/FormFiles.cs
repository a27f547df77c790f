using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds members of a form that are files: schemas that lead to <c>binary</c> through references, parts of an <c>allOf</c>,
/// alternatives or a list. A choice between one file and several is a list of files.
/// </summary>
internal static class FormFiles
{
    /// <summary>The deepest nesting of alternatives that is searched.</summary>
    private const int Deepest = 8;

    private static readonly SchemaSearch _binary = new(static part => part is { Type: JsonObjectType.None, Format: "binary" }, OwnParts.PartsOf);
    private static readonly SchemaSearch _text = new(static part => part is { Type: JsonObjectType.String, Format: null }, OwnParts.PartsOf);
    private static readonly FormFile _none = new(TypeRef.File);

    /// <summary>What each schema describes, by the nesting that is left. Alternatives that contain each other are searched once.</summary>
    private static readonly Memo<JsonSchema, FormFile?[]> _known = new();

    /// <summary>Returns the file that a schema describes in a form, or null.</summary>
    public static FormFile? Find(JsonSchema schema) => Find(schema, Deepest);

    /// <summary>Returns whether a body's schema describes the bytes of one file.</summary>
    public static bool IsBinary(JsonSchema? schema) => schema is not null && Find(schema) is { Type.Shape: TypeShape.File };

    /// <summary>Returns whether a schema, or that of the items of a list, says nothing about a value, itself or in its parts.</summary>
    public static bool IsUndescribed(JsonSchema schema)
    {
        JsonSchema actual = SchemaFacts.Follow(schema);
        return SchemaFacts.SaysNothing(actual)
            || (actual is { Type: JsonObjectType.Array, Items.Count: 0 }
                && !SchemaFacts.HasParts(actual)
                && (actual.Item is not { } item || SchemaFacts.SaysNothing(SchemaFacts.Follow(item))));
    }

    private static FormFile? Find(JsonSchema schema, int depth)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        if (depth == 0)
        {
            return null;
        }

        FormFile?[] known = _known.Of(actual, static _ => new FormFile?[Deepest + 1]);
        FormFile? found = known[depth] ??= FindWithin(actual, depth) ?? _none;
        return ReferenceEquals(found, _none) ? null : found with { IsNullable = found.IsNullable || isNullable };
    }

    private static FormFile? FindWithin(JsonSchema actual, int depth) =>
        actual is { Type: JsonObjectType.String, Format: "binary" } || IsUntyped(actual) ? new FormFile(TypeRef.File)
            : actual.Item is { } item && Find(item, depth - 1) is { Type.Shape: TypeShape.File } ? new FormFile(TypeRef.List(TypeRef.File))
            : SchemaFacts.Branches(actual) is { Count: > 0 } branches ? OfBranches(branches, depth - 1)
            : actual.AllOf.Select(part => Find(part, depth - 1)).FirstOrDefault(static part => part is not null)
                ?? (IsFileTogether(actual) ? new FormFile(TypeRef.File) : null);

    /// <summary>
    /// Returns whether a schema gives a media type of bytes and no type, which is how OpenAPI 3.1 describes a file. The media type has
    /// become the format.
    /// </summary>
    private static bool IsUntyped(JsonSchema actual) => actual is { Type: JsonObjectType.None, Format: "binary" } && !SchemaFacts.IsStructural(actual);

    /// <summary>Returns whether one part of an <c>allOf</c> is a string and another gives it the format of a file.</summary>
    private static bool IsFileTogether(JsonSchema actual) => _binary.Leads(actual) && _text.Leads(actual);

    private static FormFile? OfBranches(IReadOnlyList<JsonSchema> branches, int depth)
    {
        FormFile?[] all = branches.Select(branch => Find(branch, depth)).ToArray();
        FormFile[] files = all.OfType<FormFile>().ToArray();
        return files.Length == 0 ? null : new FormFile(files.Any(static file => file.Type.Shape == TypeShape.List) ? TypeRef.List(TypeRef.File) : TypeRef.File)
        {
            IsNullable = files.Any(static file => file.IsNullable),
            HasOthers = files.Length < all.Length || files.Any(static file => file.HasOthers),
        };
    }
}

/// <param name="Type">A file, or a list of files.</param>
internal sealed record FormFile(TypeRef Type)
{
    public bool IsNullable { get; init; }

    /// <summary>Whether other values than files are allowed.</summary>
    public bool HasOthers { get; init; }
}
