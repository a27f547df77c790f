using System.Globalization;
using RealtimeKit.Gen.Benchmarks.Generating;
using RealtimeKit.Gen.Benchmarks.Measuring;

namespace RealtimeKit.Gen.Benchmarks.Whole;

/// <summary>
/// Measures the way from the text of a document to C# in a new process, compared with NSwag's parser, which only reads the
/// document.
/// </summary>
internal static class WholeCommand
{
    private const int Rounds = 5;

    private static readonly string[] _sides = [ColdRun.NSwag, ColdRun.Generator];

    public static async Task RunAsync(IReadOnlyCollection<string> arguments)
    {
        await ReadyToRunPackage.CreateAsync();
        Console.WriteLine($"{"document",-34}{"side",-16}{"processor",10}{"ratio",7}{"allocated",12}{"ratio",7}{"memory",10}{"ratio",7}");
        foreach (string path in MeasuredDocument.PathsOf(arguments))
        {
            List<ColdCost>[] costs = [.. _sides.Select(static _ => new List<ColdCost>())];
            for (int round = 0; round < Rounds; round++)
            {
                for (int side = 0; side < _sides.Length; side++)
                {
                    costs[side].Add(await ColdRun.StartAsync(_sides[side], path));
                }
            }

            for (int side = 0; side < _sides.Length; side++)
            {
                Print(Path.GetFileName(path), _sides[side], costs[side], costs[0]);
            }
        }
    }

    private static void Print(string document, string side, List<ColdCost> costs, List<ColdCost> beside) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{document,-34}{side,-16}"
        + $"{Median(costs, static cost => cost.Milliseconds),7:0} ms{Ratio(costs, beside, static cost => cost.Milliseconds),7:0.00}"
        + $"{Median(costs, static cost => cost.AllocatedMegabytes),9:0} MB{Ratio(costs, beside, static cost => cost.AllocatedMegabytes),7:0.00}"
        + $"{Median(costs, static cost => cost.PeakMegabytes),7:0} MB{Ratio(costs, beside, static cost => cost.PeakMegabytes),7:0.00}"));

    private static double Median(List<ColdCost> costs, Func<ColdCost, double> value) => Medians.Of(costs.Select(value));

    private static double Ratio(List<ColdCost> costs, List<ColdCost> beside, Func<ColdCost, double> value) =>
        Medians.Of(costs.Zip(beside, (cost, other) => value(cost) / value(other)));
}
