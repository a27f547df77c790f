using System.Globalization;

namespace RealtimeKit.Gen.Naming;

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class InvariantText
{
    public static string Invariant(this int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Invariant(this long value) => value.ToString(CultureInfo.InvariantCulture);
}
