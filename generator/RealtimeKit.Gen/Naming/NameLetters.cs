namespace RealtimeKit.Gen.Naming;

/// <summary>
/// The letters and digits of a name, without case. Their numbers show which names differ by more than a few edits, so that only similar
/// names are compared.
/// </summary>
internal sealed class NameLetters
{
    /// <summary>The number of counters. Letters that share one make names look more similar, never less.</summary>
    private const int Counters = 64;

    private readonly int[] _counts = new int[Counters];

    public NameLetters(string name)
    {
        Text = new string(name.Where(char.IsLetterOrDigit).ToArray()).ToLowerInvariant();
        foreach (char letter in Text)
        {
            _counts[letter % Counters]++;
        }
    }

    public string Text { get; }

    /// <summary>Returns whether the names can differ by no more edits than that. Each edit changes one letter at most.</summary>
    public bool CanBeWithin(NameLetters other, int edits)
    {
        int more = 0;
        int less = 0;
        for (int i = 0; i < Counters && more <= edits && less <= edits; i++)
        {
            int difference = _counts[i] - other._counts[i];
            more += Math.Max(difference, 0);
            less += Math.Max(-difference, 0);
        }

        return more <= edits && less <= edits;
    }
}
