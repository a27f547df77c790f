using System.Globalization;
using RealtimeKit.Gen.Benchmarks.Generating;
using RealtimeKit.Gen.Benchmarks.Measuring;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Benchmarks.Cold;

/// <summary>
/// Measures the compiler in a new process with the generator of the package, compared with a generator that adds the same text as
/// constants.
/// </summary>
internal static class ColdCommand
{
    private const int Rounds = 15;

    public static async Task RunAsync(IReadOnlyCollection<string> arguments)
    {
        string folder = Directory.CreateTempSubdirectory("realtimekit-cold-").FullName;
        try
        {
            await ReadyToRunPackage.CreateAsync();
            Console.WriteLine($"{"document",-34}{"",-12}{"constants",12}{"generator",12}{"ratio",7}{"difference",12}");
            foreach (MeasuredDocument document in MeasuredDocument.Read(arguments).SelectMany(document => InBothFormats(document, folder)))
            {
                await MeasureAsync(document, folder);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<MeasuredDocument> InBothFormats(MeasuredDocument document, string folder)
    {
        yield return document;
        if (!document.IsJson)
        {
            string json = Path.Combine(folder, Path.ChangeExtension(document.Name, ".json"));
            File.WriteAllText(json, TreeJson.FromYaml(document.Text));
            yield return MeasuredDocument.Read(json);
        }
    }

    private static async Task MeasureAsync(MeasuredDocument document, string folder)
    {
        var compiler = new ColdCompiler(folder);
        string withConstants = compiler.Prepare("Constants", WithConstants(document, folder));
        string withGenerator = compiler.Prepare("Generator", WithGenerator(document, folder));
        List<((double Elapsed, double Processor) Constants, (double Elapsed, double Processor) Generator)> costs = [];
        for (int round = 0; round < Rounds; round++)
        {
            costs.Add((await compiler.RunAsync(withConstants), await compiler.RunAsync(withGenerator)));
        }

        Print(document.Name, "time", [.. costs.Select(static cost => (cost.Constants.Elapsed, cost.Generator.Elapsed))]);
        Print(document.Name, "processor", [.. costs.Select(static cost => (cost.Constants.Processor, cost.Generator.Processor))]);
    }

    private static void Print(string document, string what, (double Constants, double Generator)[] costs) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{document,-34}{what,-12}{Medians.Of(costs.Select(static cost => cost.Constants)),9:0} ms"
        + $"{Medians.Of(costs.Select(static cost => cost.Generator)),9:0} ms"
        + $"{Medians.Of(costs.Select(static cost => cost.Generator / cost.Constants)),7:0.00}"
        + $"{Medians.Of(costs.Select(static cost => cost.Generator - cost.Constants)),9:0} ms"));

    private static string[] WithConstants(MeasuredDocument document, string folder)
    {
        var project = new MeasuredProject(document);
        string assembly = Path.Combine(folder, Path.GetRandomFileName() + ".dll");
        ConstantGenerator.Write(assembly, project.CreateDriver(PackedGenerator.Create(), MeasuredProject.Metadata)
            .RunGenerators(project.Compilation)
            .GetRunResult().Results.Single().GeneratedSources
            .ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()));
        return [$"/analyzer:\"{assembly}\"", .. Inputs(document, folder)];
    }

    private static string[] WithGenerator(MeasuredDocument document, string folder) =>
        [.. Directory.EnumerateFiles(PackedGenerator.ReadyToRunFolder, "*.dll").Select(static path => $"/analyzer:\"{path}\""), .. Inputs(document, folder)];

    private static string[] Inputs(MeasuredDocument document, string folder)
    {
        const string Prefix = "build_metadata.AdditionalFiles.RealtimeKit";
        string configuration = Path.Combine(folder, "generator.globalconfig");
        File.WriteAllLines(
            configuration,
            [
                "is_global = true", "build_property.RootNamespace = Consumer", $"[{document.Path}]", $"{Prefix}Role = spec",
                .. MeasuredProject.Metadata.Select(static option => $"{Prefix}{option.Key} = {option.Value}"),
            ]);
        return [$"/additionalfile:\"{document.Path}\"", $"/analyzerconfig:\"{configuration}\""];
    }
}
