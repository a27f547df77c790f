namespace RealtimeKit.Gen.Corpus.Documents;

/// <summary>A document to check.</summary>
/// <param name="Name">The path in the results, relative to the named folder.</param>
/// <param name="File">The path of the file.</param>
/// <param name="Root">The folder that contains all files that it may refer to.</param>
/// <param name="Role">The role in the manifest, or <see cref="DocumentRole.Unknown"/> without a manifest.</param>
/// <param name="Bytes">The size of the file.</param>
internal sealed record DocumentRequest(string Name, string File, string Root, string Role, long Bytes)
{
    /// <summary>Gets the path of the same document in the other format, for <see cref="Checks.CheckKind.Pairs"/>.</summary>
    public string? Twin { get; init; }
}
