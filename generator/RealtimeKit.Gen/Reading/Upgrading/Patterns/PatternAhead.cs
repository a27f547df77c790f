namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>What must follow, or must not.</summary>
internal sealed class PatternAhead(PatternPart part, bool isNegated) : PatternPart
{
    public override NumberProgress Follow(NumberProgress from, PatternWalk walk) => walk.Visit() ? from : NumberProgress.Other;

    public override ulong Ends(string text, ulong starts, PatternWalk walk)
    {
        ulong ends = 0;
        for (int at = 0; at <= text.Length && walk.Visit(); at++)
        {
            ulong start = starts & (1UL << at);
            ends |= start != 0 && (part.Ends(text, start, walk) == 0) == isNegated ? start : 0;
        }

        return ends;
    }
}
