namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>Alternatives.</summary>
internal sealed class PatternChoice(IReadOnlyList<PatternPart> parts) : PatternPart
{
    public IReadOnlyList<PatternPart> Parts => parts;

    public override NumberProgress Follow(NumberProgress from, PatternWalk walk)
        => parts.Aggregate(NumberProgress.None, (progress, part) => progress | part.Follow(from, walk));

    public override ulong Ends(string text, ulong starts, PatternWalk walk) => parts.Aggregate(0UL, (ends, part) => ends | part.Ends(text, starts, walk));
}
