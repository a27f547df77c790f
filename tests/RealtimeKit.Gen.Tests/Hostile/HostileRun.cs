using System.Collections.Concurrent;
using System.Globalization;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>How much of a hostile run is made: a little in every build, all of it when asked.</summary>
internal static class HostileRun
{
    public const string LongVariable = "RTK_LONG";
    public const string SeedVariable = "RTK_SEED";
    public const string CountVariable = "RTK_COUNT";

    public static bool IsLong => Environment.GetEnvironmentVariable(LongVariable) == "1";

    /// <summary>The seed of this run; told in every failure, and given back through the environment.</summary>
    public static int Seed => Number(SeedVariable, 20_260);

    public static int Count(int inShort, int inLong) => Number(CountVariable, IsLong ? inLong : inShort);

    /// <summary>Runs all cases on every core and tells the first faults.</summary>
    public static void All<T>(IReadOnlyList<T> cases, Func<T, string?> faultOf)
    {
        const int Told = 20;
        var faults = new ConcurrentBag<string>();
        Parallel.ForEach(cases, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken }, item =>
        {
            if (faultOf(item) is { } fault)
            {
                faults.Add(fault);
            }
        });

        TestContext.Current.SendDiagnosticMessage("{0} documents, {1} faults, seed {2}", cases.Count, faults.Count, Seed);
        Assert.True(faults.IsEmpty, $"{faults.Count} of {cases.Count} documents, seed {Seed}:\n{string.Join('\n', faults.Order(StringComparer.Ordinal).Take(Told))}");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
