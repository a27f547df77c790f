namespace RealtimeKit.Gen.Model;

/// <summary>The C# that will exist for one document.</summary>
/// <remarks>
/// The model's law: immutable, compared by value, nothing foreign. Every type of this folder is a sealed record (or an
/// abstract one with sealed heirs) of strings, booleans, numbers, enums, other such records and
/// <see cref="EquatableArray{T}"/>. No symbol, syntax, NSwag or reader object; no position, so that moving text
/// in the document never emits anything anew. Everything that the compiler caches hangs on this law.
/// </remarks>
internal sealed record ClientModel(string Name, EquatableArray<FileModel> Files);

/// <summary>One emitted source file.</summary>
internal sealed record FileModel
{
    /// <summary>Unique over all documents of the project, case ignored.</summary>
    public required string HintName { get; init; }

    /// <summary>The document's file name without its extension, for the header.</summary>
    public required string SpecName { get; init; }

    public required string Namespace { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    public ClientClassModel? Client { get; init; }

    public GroupModel? Group { get; init; }

    public HeadersModel? Headers { get; init; }

    public IncomingModel? Incoming { get; init; }

    public LinksModel? Links { get; init; }

    public EquatableArray<TypeModel> Types { get; init; } = EquatableArray<TypeModel>.Empty;
}
