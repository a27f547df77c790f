using System.Collections.Concurrent;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>Runs many cases and reports the first that fail.</summary>
internal static class HostileRun
{
    /// <summary>Runs all cases on all cores and fails with the first faults.</summary>
    public static void All<T>(IReadOnlyList<T> cases, Func<T, string?> faultOf)
    {
        const int Shown = 20;
        var faults = new ConcurrentBag<string>();
        Parallel.ForEach(cases,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken }, item =>
        {
            if (faultOf(item) is { } fault)
            {
                faults.Add(fault);
            }
        });

        TestContext.Current.SendDiagnosticMessage("{0} documents, {1} faults, seed {2}", cases.Count, faults.Count, TestRun.Seed);
        Assert.True(faults.IsEmpty,
            $"{faults.Count} of {cases.Count} documents, seed {TestRun.Seed}:\n{string.Join('\n', faults.Order(StringComparer.Ordinal).Take(Shown))}");
    }
}
