namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>One document to run.</summary>
/// <param name="Name">As reported: relative to the folder that was named.</param>
/// <param name="File">Where it lies.</param>
/// <param name="Root">The folder that its references may reach.</param>
/// <param name="Role">The manifest's word for it; <see cref="DocumentRole.Unknown"/> without a manifest.</param>
/// <param name="Bytes">Its size on disk.</param>
internal sealed record DocumentRequest(string Name, string File, string Root, string Role, long Bytes)
{
    /// <summary>The same document in another format, where two are compared.</summary>
    public string? Twin { get; init; }
}
