namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>The beginning or end of the text.</summary>
internal sealed class PatternAnchor(bool isEnd) : PatternPart
{
    public bool IsEnd => isEnd;

    public override NumberProgress Follow(NumberProgress from, PatternWalk walk) => walk.Visit() ? from : NumberProgress.Other;

    public override ulong Ends(string text, ulong starts, PatternWalk walk) => walk.Visit() ? starts & (1UL << (isEnd ? text.Length : 0)) : 0;
}
