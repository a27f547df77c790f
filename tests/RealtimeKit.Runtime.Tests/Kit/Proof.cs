namespace RealtimeKit.Runtime.Tests.Kit;

/// <summary>
/// How long the proofs run: a short form always, the long one where RTK_LONG=1 is set. With RTK_BRIEF=1 those that go
/// through thousands of cases are left out, for who runs the tests once per mutant: what kills one shall be a test that
/// says what it looks at.
/// </summary>
internal static class Proof
{
    private static readonly bool _isBrief = Environment.GetEnvironmentVariable("RTK_BRIEF") == "1";

    /// <summary>Every random choice of the proofs comes from this seed, so that a failure can be had again.</summary>
    public const int Seed = 20261123;

    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("RTK_LONG") == "1";

    public static int Count(int shortForm, int longForm) => IsLong ? longForm : shortForm;

    public static void IsTooLongPerMutant() => Assert.SkipWhen(_isBrief, "RTK_BRIEF: too long to be run once per mutant.");

    public static Random Random(int offset = 0) => new(Seed + offset);

    /// <summary>Says what was proven, so that the numbers in the README can be read off a run.</summary>
    public static void Report(string text) => TestContext.Current.TestOutputHelper?.WriteLine($"seed {Seed}: {text}");
}
