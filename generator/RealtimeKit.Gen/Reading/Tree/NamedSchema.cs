namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>A schema that a document keeps under a name, to be referred to.</summary>
/// <param name="Name">As it stands in the document.</param>
/// <param name="Reference">The usual spelling of a reference to it, from its own document.</param>
internal sealed record NamedSchema(string Name, string Reference, SpecNode Node)
{
    /// <summary>Those of <c>components</c> and of <c>definitions</c>, in the order of the text. Either is read whatever the version.</summary>
    public static IEnumerable<NamedSchema> Of(SpecNode? root) =>
        In(root.AsMapping()?["components"].AsMapping()?["schemas"], "#/components/schemas/")
            .Concat(In(root.AsMapping()?["definitions"], "#/definitions/"));

    private static IEnumerable<NamedSchema> In(SpecNode? container, string prefix) =>
        container.AsMapping()?.Entries.Select(entry => new NamedSchema(entry.Key, prefix + SpecPointer.Escape(entry.Key), entry.Value)) ?? [];
}
