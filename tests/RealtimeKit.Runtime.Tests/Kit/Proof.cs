namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>
/// How long the proofs run: a short form always, the long one where RTK_LONG=1 is set, and a fraction of the short one
/// where RTK_BRIEF=1 is, which is for those who run the tests once per mutant.
/// </summary>
internal static class Proof
{
    /// <summary>Every random choice of the proofs comes from this seed, so that a failure can be had again.</summary>
    public const int Seed = 20261123;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("RTK_LONG") == "1";

    public static bool IsBrief { get; } = Environment.GetEnvironmentVariable("RTK_BRIEF") == "1";

    public static int Count(int shortForm, int longForm) => IsLong ? longForm : IsBrief ? Math.Max(1, shortForm / 20) : shortForm;

    public static Random Random(int offset = 0) => new(Seed + offset);

    /// <summary>Says what was proven, so that the numbers in the README can be read off a run.</summary>
    public static void Report(string text) => TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {text}");
}
