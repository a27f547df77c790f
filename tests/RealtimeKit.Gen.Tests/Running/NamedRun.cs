namespace RealtimeKit.Gen.Tests.Running;

/// <summary>Runs one document with a names file.</summary>
internal static class NamedRun
{
    /// <param name="names">The text of the names file.</param>
    public static GeneratorRun Of(string document, string names) => GeneratorRunner.Run(NamesFile.With(Items(document), names));

    /// <summary>Returns the text that the command writes for a document.</summary>
    /// <param name="names">The earlier text, or null if there is no file yet.</param>
    public static string Write(string document, string? names = null) =>
        NamesFile.TextOf(GeneratorRunner.Run(NamesFile.With(Items(document), names, isUpdated: true)).Sources);

    private static IReadOnlyList<SpecItem> Items(string spec) => [new SpecItem(new SpecFile(GeneratorRunner.SpecPath, spec), SpecItem.Spec)];
}
