using System.Globalization;

namespace RealtimeKit.Gen.Naming;

/// <summary>Formats numbers independently of the culture.</summary>
internal static class InvariantText
{
    public static string Invariant(this int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Invariant(this long value) => value.ToString(CultureInfo.InvariantCulture);
}
