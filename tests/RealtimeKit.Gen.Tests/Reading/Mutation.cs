using System.Text;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>A text with a few things cut out, put in, replaced and doubled.</summary>
internal static class Mutation
{
    /// <summary>So many runs as fit the CI, or a million where <c>RTK_LONG=1</c> asks for a long test.</summary>
    public static int Runs(int inShort) => Environment.GetEnvironmentVariable("RTK_LONG") == "1" ? 1_000_000 : inShort;

    public static string Of(string seed, string[] fragments, Random random)
    {
        var text = new StringBuilder(seed);
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int at = random.Next(text.Length + 1);
            string fragment = fragments[random.Next(fragments.Length)];
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, fragment);
                    break;
                case 2 when at < text.Length:
                    text[at] = fragment[0];
                    break;
                default:
                    text.Insert(random.Next(text.Length + 1), text.ToString(at, Math.Min(random.Next(30), text.Length - at)));
                    break;
            }
        }

        return text.ToString();
    }
}
