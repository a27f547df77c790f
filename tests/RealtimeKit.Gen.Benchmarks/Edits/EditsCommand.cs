using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Benchmarks.Generating;
using RealtimeKit.Gen.Benchmarks.Measuring;

namespace RealtimeKit.Gen.Benchmarks.Edits;

/// <summary>Measures what the generator costs after an edit of the document or of an option, compared with its first run.</summary>
internal static class EditsCommand
{
    private const int MostTries = 20;

    public static async Task RunAsync(IReadOnlyCollection<string> arguments)
    {
        foreach (MeasuredDocument document in MeasuredDocument.Read(arguments))
        {
            await MeasureAsync(document);
        }
    }

    private static async Task MeasureAsync(MeasuredDocument document)
    {
        var project = new MeasuredProject(document);
        GeneratorDriver warm = Run(project, Create(project));
        GeneratorDriver tracked = Run(project, Create(project, trackSteps: true));
        (string Name, Func<GeneratorDriver, GeneratorDriver> Edit)[] edits =
        [
            ("one description", FindEdit(project, tracked, DocumentEdit.OfDescriptions(document))),
            ("one property", FindEdit(project, tracked, DocumentEdit.OfProperties(document))),
            ("one option (ClientName)", driver => driver.WithUpdatedAnalyzerConfigOptions(
                project.Options(new Dictionary<string, string>(MeasuredProject.Metadata) { ["ClientName"] = "EditedClient" }))),
        ];
        RatioTable.Print(document.Name, await Contest.RunAsync(
        [
            Contender.Of("the first run", () => Run(project, Create(project))),
            .. edits.Select(edit => Contender.Of(edit.Name, () => Run(project, edit.Edit(warm)))),
        ]));
        foreach ((string name, Func<GeneratorDriver, GeneratorDriver> edit) in edits)
        {
            GeneratorDriver edited = Run(project, edit(tracked));
            var steps = RunSteps.Of(edited);
            Console.WriteLine($"{name}: {ChangedFiles.Count(tracked, edited)} of {steps.Files} files changed, {steps.FilesPrinted} printed again");
        }
    }

    private static GeneratorDriver Create(MeasuredProject project, bool trackSteps = false) =>
        project.CreateDriver(PackedGenerator.Create(), MeasuredProject.Metadata, trackSteps);

    private static GeneratorDriver Run(MeasuredProject project, GeneratorDriver driver) => driver.RunGenerators(project.Compilation);

    /// <summary>Returns the first edit that changes what is emitted. Some parts of a document are not part of the client.</summary>
    private static Func<GeneratorDriver, GeneratorDriver> FindEdit(MeasuredProject project, GeneratorDriver before, IEnumerable<string> texts)
    {
        foreach (string text in texts.Take(MostTries))
        {
            var edited = new SpecFile(project.File.Path, text);
            if (ChangedFiles.Count(before, Run(project, before.ReplaceAdditionalText(project.File, edited))) > 0)
            {
                return driver => driver.ReplaceAdditionalText(project.File, edited);
            }
        }

        throw new InvalidOperationException($"No edit of {project.File.Path} changes its client.");
    }
}
