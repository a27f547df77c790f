namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>How much a schema is like the type that the names file has at a place.</summary>
internal static class Likeness
{
    /// <summary>The most pairs of schemas and places that are compared. Beyond, the names and the order decide.</summary>
    public const int MostPairs = 10_000;

    /// <summary>The least share of common members with which a schema has the place of another name.</summary>
    public const double FewestCommon = 0.5;

    /// <summary>Returns the share of members that a schema and the type at a place have in common.</summary>
    /// <param name="known">What <see cref="LockedContents.PathsWithin"/> returns for the place.</param>
    /// <param name="current">What <see cref="SchemaPaths.Of"/> returns for the schema.</param>
    public static double Common(IReadOnlyCollection<string> known, HashSet<string> current)
    {
        if (known.Count == 0)
        {
            return 0;
        }

        int common = known.Count(current.Contains);
        return (double)common / (known.Count + current.Count - common);
    }
}
