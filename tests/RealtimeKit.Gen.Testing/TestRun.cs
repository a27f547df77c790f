using System.Globalization;

namespace RealtimeKit.Gen.Testing;

/// <summary>
/// The extent of a randomized or expensive test: short in every build, and complete if the environment variable is set.
/// </summary>
internal static class TestRun
{
    /// <summary>The environment variable that asks for the long form of every test: <c>RTK_LONG=1</c>.</summary>
    public const string LongVariable = "RTK_LONG";

    /// <summary>The environment variable that sets <see cref="Seed"/>.</summary>
    public const string SeedVariable = "RTK_SEED";

    /// <summary>The environment variable that sets the number of cases.</summary>
    public const string CountVariable = "RTK_COUNT";

    public static bool IsLong => Environment.GetEnvironmentVariable(LongVariable) == "1";

    /// <summary>Gets the seed of this run. Every failure names it, and the environment can set it again.</summary>
    public static int Seed => Number(SeedVariable) ?? 20_260;

    /// <summary>Returns the number of cases to run.</summary>
    public static int Count(int inShort, int inLong) => Number(CountVariable) ?? (IsLong ? inLong : inShort);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
