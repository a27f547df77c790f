namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>A part of a regular expression.</summary>
internal abstract class PatternPart
{
    /// <summary>Returns how far texts come as numbers behind this part, if they have come to <paramref name="from"/> before it.</summary>
    public abstract NumberProgress Follow(NumberProgress from, PatternWalk walk);

    /// <summary>Returns where matches of this part end in a text. Both are sets of positions, a bit for each.</summary>
    public abstract ulong Ends(string text, ulong starts, PatternWalk walk);

    /// <summary>Returns whether the part matches a whole text of at most 60 characters.</summary>
    public bool IsMatch(string text, PatternWalk walk) => (Ends(text, 1, walk) & (1UL << text.Length)) != 0;
}
