using System.Diagnostics;

namespace RealtimeKit.Gen.Benchmarks.Measuring;

/// <summary>
/// Measures contenders in turn, in rounds within one process. A ratio compares two measurements of the same round, so that other
/// work on the machine affects both.
/// </summary>
internal static class Contest
{
    private const int Rounds = 41;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan _batch = TimeSpan.FromMilliseconds(60);

    /// <summary>Measures all contenders. The first is the baseline of the ratios.</summary>
    public static async Task<Result[]> RunAsync(params Contender[] contenders)
    {
        int[] batches = new int[contenders.Length];
        for (int i = 0; i < contenders.Length; i++)
        {
            batches[i] = await WarmUpAsync(contenders[i]);
        }

        var times = new double[contenders.Length, Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            for (int turn = 0; turn < contenders.Length; turn++)
            {
                // Each round starts with another contender, so that none always follows the same one.
                int index = (turn + round) % contenders.Length;
                times[index, round] = await TimeAsync(contenders[index], batches[index]);
            }
        }

        var results = new Result[contenders.Length];
        for (int i = 0; i < contenders.Length; i++)
        {
            int index = i;
            results[i] = new Result(
                contenders[i].Name,
                Median(Enumerable.Range(0, Rounds).Select(round => times[index, round])),
                await CountBytesAsync(contenders[i]),
                Median(Enumerable.Range(0, Rounds).Select(round => times[index, round] / times[0, round])));
        }

        return results;
    }

    /// <summary>Runs a contender until it is compiled with optimization. Returns the number of runs of a batch.</summary>
    private static async Task<int> WarmUpAsync(Contender contender)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < _warmUp)
        {
            for (int i = 0; i < 200; i++)
            {
                await contender.RunAsync();
            }

            // The compiler of the runtime waits for a quiet moment.
            await Task.Delay(1);
        }

        double once = await TimeAsync(contender, 200);
        return (int)Math.Clamp(_batch.TotalNanoseconds / once, 1, 1_000_000);
    }

    private static async Task<double> TimeAsync(Contender contender, int runs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            await contender.RunAsync();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / runs;
    }

    private static async Task<double> CountBytesAsync(Contender contender)
    {
        const int Runs = 1000;
        double least = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int run = 0; run < Runs; run++)
            {
                await contender.RunAsync();
            }

            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Runs);
        }

        return least;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
