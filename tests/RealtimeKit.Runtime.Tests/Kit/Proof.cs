namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>
/// The length of randomized tests: short, or long if RTK_LONG=1 is set. RTK_BRIEF=1 skips the tests with thousands of cases,
/// for runs once per mutant, in which a test of one behavior should fail.
/// </summary>
internal static class Proof
{
    private static readonly bool _isBrief = Environment.GetEnvironmentVariable("RTK_BRIEF") == "1";

    /// <summary>The seed of all random choices of the tests, so that a failure can be reproduced.</summary>
    public const int Seed = 20261123;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("RTK_LONG") == "1";

    public static int Count(int shortForm, int longForm) => IsLong ? longForm : shortForm;

    public static void IsTooLongPerMutant() => Assert.SkipWhen(_isBrief, "RTK_BRIEF: too long to be run once per mutant.");

    public static Random Random(int offset = 0) => new(Seed + offset);

    /// <summary>Writes what was tested to the output, for the numbers in the README.</summary>
    public static void Report(string text) => TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {text}");
}
