namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>A schema with a name that others can refer to.</summary>
/// <param name="Name">The name in the document.</param>
/// <param name="Reference">The usual reference to it within its own document.</param>
internal sealed record NamedSchema(string Name, string Reference, SpecNode Node)
{
    /// <summary>
    /// Returns the schemas of <c>components</c> and <c>definitions</c>, in the order of the text. Both are read in all versions.
    /// </summary>
    public static IEnumerable<NamedSchema> Of(SpecNode? root) =>
        In(root.AsMapping()?["components"].AsMapping()?["schemas"], "#/components/schemas/")
            .Concat(In(root.AsMapping()?["definitions"], "#/definitions/"));

    private static IEnumerable<NamedSchema> In(SpecNode? container, string prefix) =>
        container.AsMapping()?.Entries.Select(entry => new NamedSchema(entry.Key, prefix + SpecPointer.Escape(entry.Key), entry.Value)) ?? [];
}
