namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>One character of a set.</summary>
internal sealed class PatternCharacter(PatternCharacters characters) : PatternPart
{
    public override NumberProgress Follow(NumberProgress from, PatternWalk walk)
        => walk.Visit() ? walk.Reach(characters.Follow(from)) : NumberProgress.Other;

    public override ulong Ends(string text, ulong starts, PatternWalk walk)
    {
        if (!walk.Visit())
        {
            return 0;
        }

        ulong ends = 0;
        for (int at = 0; at < text.Length; at++)
        {
            ends |= (starts & (1UL << at)) != 0 && characters.Contains(text[at]) ? 1UL << (at + 1) : 0;
        }

        return ends;
    }
}
