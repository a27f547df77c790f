namespace RealtimeKit.Gen.Reading.Upgrading.Patterns;

/// <summary>What was found in a pattern so far, and how many parts may still be visited.</summary>
internal sealed class PatternWalk
{
    /// <summary>
    /// The most visits of parts. Pydantic's longest pattern needs fewer than 500. Nested repetitions (<c>((\d{99}){99}){99}</c>) would
    /// need a million.
    /// </summary>
    private const int MostVisits = 5_000;

    private int _visits;

    /// <summary>Gets whether the pattern needs too many visits, so that nothing is known about it.</summary>
    public bool IsTooLong => _visits > MostVisits;

    /// <summary>Gets how far the texts of the pattern come as numbers.</summary>
    public NumberProgress Visited { get; private set; }

    /// <summary>Counts a visit. Returns false if there were too many.</summary>
    public bool Visit() => ++_visits <= MostVisits;

    public NumberProgress Reach(NumberProgress progress)
    {
        Visited |= progress;
        return progress;
    }
}
