using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Benchmarks.Generating;
using RealtimeKit.Gen.Benchmarks.Measuring;
using RealtimeKit.Gen.Testing.Documents;

namespace RealtimeKit.Gen.Benchmarks.Keystroke;

/// <summary>Measures what the generator costs when C# code is edited that has nothing to do with the document.</summary>
internal static class KeystrokeCommand
{
    private static readonly int[] _files = [300, 3000];

    /// <param name="arguments">Documents. A small document that is made up is measured too, and a large one if there are none.</param>
    public static async Task RunAsync(IReadOnlyCollection<string> arguments)
    {
        MeasuredDocument[] documents = [Synthetic(10), .. arguments.Count == 0 ? [Synthetic(1223)] : MeasuredDocument.Read(arguments)];
        foreach (MeasuredDocument document in documents)
        {
            foreach (int files in _files)
            {
                await MeasureAsync(document, files);
            }
        }
    }

    private static MeasuredDocument Synthetic(int operations) =>
        new($"made up, {operations} operations", "/project/api.yaml", SyntheticSpec.Text(operations));

    private static async Task MeasureAsync(MeasuredDocument document, int files)
    {
        var project = new MeasuredProject(document, files);
        CSharpCompilation edited = project.EditCode();
        GeneratorDriver idle = project.CreateDriver(new IdleGenerator()).RunGenerators(project.Compilation);
        GeneratorDriver ours = project.CreateDriver(PackedGenerator.Create()).RunGenerators(project.Compilation);
        RatioTable.Print($"{document.Name}, {files} files", await Contest.RunAsync(
            Contender.Of("a generator that only reads the file", () => idle.RunGenerators(edited)),
            Contender.Of("the generator", () => ours.RunGenerators(edited))));

        GeneratorDriver tracked = project.CreateDriver(PackedGenerator.Create(), trackSteps: true).RunGenerators(project.Compilation);
        var steps = RunSteps.Of(tracked.RunGenerators(edited));
        Console.WriteLine($"{steps.StepsThatRan} of {steps.Steps} steps ran");
    }
}
