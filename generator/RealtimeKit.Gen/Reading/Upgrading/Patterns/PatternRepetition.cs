namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>A part that is repeated.</summary>
internal sealed class PatternRepetition(PatternPart part, int least, int most) : PatternPart
{
    public override NumberProgress Follow(NumberProgress from, PatternWalk walk)
        => (NumberProgress)Repeat((ulong)from, each => (ulong)part.Follow((NumberProgress)each, walk), walk);

    public override ulong Ends(string text, ulong starts, PatternWalk walk) => Repeat(starts, each => part.Ends(text, each, walk), walk);

    /// <summary>Repeats a step. What further repetitions add is a growing set, so it ends early.</summary>
    private ulong Repeat(ulong set, Func<ulong, ulong> step, PatternWalk walk)
    {
        for (int i = 0; i < least && set != 0 && walk.Visit(); i++)
        {
            set = step(set);
        }

        for (int i = least; i < most && walk.Visit(); i++)
        {
            ulong grown = set | step(set);
            if (grown == set)
            {
                break;
            }

            set = grown;
        }

        return set;
    }
}
