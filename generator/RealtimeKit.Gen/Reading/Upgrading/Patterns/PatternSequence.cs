namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>Parts one behind the other.</summary>
internal sealed class PatternSequence(IReadOnlyList<PatternPart> parts) : PatternPart
{
    public IReadOnlyList<PatternPart> Parts => parts;

    public override NumberProgress Follow(NumberProgress from, PatternWalk walk)
        => parts.Aggregate(from, (progress, part) => part.Follow(progress, walk));

    public override ulong Ends(string text, ulong starts, PatternWalk walk) => parts.Aggregate(starts, (ends, part) => part.Ends(text, ends, walk));
}
