using NJsonSchema;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Where a member of a form is a file: wherever its schema comes to <c>binary</c>, be it through references, the parts of an
/// <c>allOf</c>, alternatives or a list. A file or several is a list of files, which is what travels.
/// </summary>
internal static class FormFiles
{
    /// <summary>Alternatives within alternatives that go deeper describe no file.</summary>
    private const int Deepest = 8;

    /// <summary>What a schema means in a form; null where it is no file.</summary>
    public static FormFile? Find(JsonSchema schema) => Find(schema, Deepest);

    /// <summary>Whether a body's schema is the bytes of one file.</summary>
    public static bool IsBinary(JsonSchema? schema) => schema is not null && Find(schema) is { Type.Shape: TypeShape.File };

    private static FormFile? Find(JsonSchema schema, int depth)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        if (depth == 0)
        {
            return null;
        }

        FormFile? found = actual is { Type: JsonObjectType.String, Format: "binary" } ? new FormFile(TypeRef.File)
            : actual.Item is { } item && Find(item, depth - 1) is { Type.Shape: TypeShape.File } ? new FormFile(TypeRef.List(TypeRef.File))
            : SchemaFacts.Branches(actual) is { Count: > 0 } branches ? OfBranches(branches, depth - 1)
            : actual.AllOf.Select(part => Find(part, depth - 1)).FirstOrDefault(static part => part is not null);
        return found is null ? null : found with { IsNullable = found.IsNullable || isNullable };
    }

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

    /// <summary>Whether something else than a file is allowed too.</summary>
    public bool HasOthers { get; init; }
}
