namespace RealtimeKit.Gen.Model;

/// <summary>The C# that is emitted for one document.</summary>
/// <remarks>
/// The model is immutable, compared by value, and without foreign types. Every type in this folder is a sealed record, or an
/// abstract record with sealed derived records, of strings, booleans, numbers, enums, other such records and <see
/// cref="EquatableArray{T}"/>. It contains no symbol, no syntax, and no object of NSwag or the reader. It contains no position,
/// so that moving text in the document does not emit code again. The compiler's caching depends on these rules.
/// </remarks>
internal sealed record ClientModel(string Name, EquatableArray<FileModel> Files);

/// <summary>One emitted source file.</summary>
internal sealed record FileModel
{
    /// <summary>Gets the file name, which is unique over all documents of the project, ignoring case.</summary>
    public required string HintName { get; init; }

    /// <summary>Gets the document's file name without its extension, for the header.</summary>
    public required string SpecName { get; init; }

    public required string Namespace { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    public ClientClassModel? Client { get; init; }

    public GroupModel? Group { get; init; }

    public HeadersModel? Headers { get; init; }

    public IncomingModel? Incoming { get; init; }

    public LinksModel? Links { get; init; }

    /// <summary>Gets the new text of the names file, in a file without anything else.</summary>
    public LockModel? Lock { get; init; }

    public EquatableArray<TypeModel> Types { get; init; } = EquatableArray<TypeModel>.Empty;
}
