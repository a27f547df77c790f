using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>
/// Prints a switch over 0, 1, 2 … of any length. The compiler's time for one switch grows with the square of its arms, so a
/// long switch is split into nested ones.
/// </summary>
internal static class SwitchEmitter
{
    private const int MostArms = 64;

    /// <param name="subject">The local or property to switch on.</param>
    /// <param name="arms">The statement for each number, including <c>break</c>.</param>
    /// <param name="otherwise">The statement for all other numbers, or empty.</param>
    /// <param name="returns">Whether every arm returns.</param>
    public static void Emit(SourceWriter writer, string subject, IReadOnlyList<string> arms, string otherwise = "", bool returns = false)
    {
        if (arms.Count == 0 && otherwise.Length == 0)
        {
            return;
        }

        if (arms.Count <= MostArms)
        {
            EmitArms(writer, subject, arms, first: 0, arms.Count, otherwise);
            return;
        }

        writer.Open($"switch ({subject} < 0 ? -1 : {subject} / {MostArms.Invariant()})");
        for (int first = 0; first < arms.Count; first += MostArms)
        {
            writer.WriteLine($"case {(first / MostArms).Invariant()}:");
            writer.Indentation++;
            EmitArms(writer, subject, arms, first, Math.Min(MostArms, arms.Count - first), otherwise);
            if (!returns)
            {
                writer.WriteLine("break;");
            }

            writer.Indentation--;
        }

        if (otherwise.Length > 0)
        {
            writer.WriteLine($"default: {otherwise}");
        }

        writer.Close();
    }

    private static void EmitArms(SourceWriter writer, string subject, IReadOnlyList<string> arms, int first, int count, string otherwise)
    {
        writer.Open($"switch ({subject})");
        for (int i = first; i < first + count; i++)
        {
            writer.WriteLine($"case {i.Invariant()}: {arms[i]}");
        }

        if (otherwise.Length > 0)
        {
            writer.WriteLine($"default: {otherwise}");
        }

        writer.Close();
    }
}
