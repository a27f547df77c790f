using System.Diagnostics;

namespace RealtimeKit.Gen.Benchmarks.Measuring;

/// <summary>
/// Measures contenders in turn, in rounds within one process. A ratio compares two measurements of the same round, so that other
/// work on the machine affects both.
/// </summary>
internal static class Contest
{
    private const int MostRounds = 41;
    private const int FewestRounds = 5;
    private static readonly TimeSpan _all = TimeSpan.FromSeconds(40);
    private const int FewestRunsOfWarmUp = 60;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan _longestWarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _batch = TimeSpan.FromMilliseconds(60);

    /// <summary>Measures all contenders. The first is the baseline of the ratios.</summary>
    public static async Task<Result[]> RunAsync(params Contender[] contenders)
    {
        double[] estimates = new double[contenders.Length];
        for (int i = 0; i < contenders.Length; i++)
        {
            estimates[i] = await WarmUpAsync(contenders[i]);
        }

        int[] batches = [.. estimates.Select(BatchOf)];
        double once = Enumerable.Range(0, contenders.Length).Sum(index => batches[index] * estimates[index]);
        int rounds = (int)Math.Clamp(_all.TotalNanoseconds / once, FewestRounds, MostRounds);
        var times = new double[contenders.Length, rounds];
        for (int round = 0; round < rounds; round++)
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
                Medians.Of(Enumerable.Range(0, rounds).Select(round => times[index, round])),
                await CountBytesAsync(contenders[i], Math.Min(batches[i], 1000)),
                Medians.Of(Enumerable.Range(0, rounds).Select(round => times[index, round] / times[0, round])));
        }

        return results;
    }

    /// <summary>Runs a contender until it is compiled with optimization. Returns an estimate of the time of one run.</summary>
    private static async Task<double> WarmUpAsync(Contender contender)
    {
        var clock = Stopwatch.StartNew();
        int runs = 0;
        while (clock.Elapsed < _warmUp || (runs < FewestRunsOfWarmUp && clock.Elapsed < _longestWarmUp))
        {
            await contender.RunAsync();
            if (++runs % 200 == 0)
            {
                // The compiler of the runtime waits for a quiet moment.
                await Task.Delay(1);
            }
        }

        return await TimeAsync(contender, runs > 1000 ? 200 : 1);
    }

    private static int BatchOf(double nanoseconds) => (int)Math.Clamp(_batch.TotalNanoseconds / nanoseconds, 1, 1_000_000);

    private static async Task<double> TimeAsync(Contender contender, int runs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
        {
            await contender.RunAsync();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / runs;
    }

    private static async Task<double> CountBytesAsync(Contender contender, int runs)
    {
        double least = double.MaxValue;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int run = 0; run < runs; run++)
            {
                await contender.RunAsync();
            }

            least = Math.Min(least, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)runs);
        }

        return least;
    }
}
