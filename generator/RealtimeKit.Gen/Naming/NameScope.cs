namespace RealtimeKit.Gen.Naming;

/// <summary>
/// A C# declaration space. Names given by the author come first, then names that are spelled as they will be, then
/// the rest; where two strings still claim one name, all of them but the first two kinds are spelled out letter by
/// letter instead of counted, so that no name depends on how many others there are.
/// </summary>
internal sealed class NameScope(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>Names for a whole set at once, by <see cref="WantedName.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> Assign(IReadOnlyList<WantedName> wanted)
    {
        Dictionary<string, string> assigned = new(StringComparer.Ordinal);
        foreach (IGrouping<string, WantedName> claim in wanted.GroupBy(static name => name.Name, StringComparer.Ordinal))
        {
            WantedName[] claimants = claim.OrderBy(Rank).ThenBy(static name => name.Key, StringComparer.Ordinal).ToArray();
            int winners = claimants.Length == 1 || Rank(claimants[0]) < Rank(claimants[1]) ? 1 : 0;
            for (int i = 0; i < claimants.Length; i++)
            {
                assigned[claimants[i].Key] = i < winners && _taken.Add(claim.Key) ? claim.Key : "";
            }
        }

        foreach (WantedName name in wanted)
        {
            if (assigned[name.Key].Length == 0)
            {
                assigned[name.Key] = Take(Identifier.Spelled(name.WireName), name.Key);
            }
        }

        return assigned;
    }

    /// <summary>A name for one more string: as wanted if free, else with the first of the given extensions that is free.</summary>
    public string Take(string wanted, string path)
    {
        if (_taken.Add(wanted))
        {
            return wanted;
        }

        string extended = wanted + "_" + Identifier.Hash(path);
        while (!_taken.Add(extended))
        {
            extended += "_";
        }

        return extended;
    }

    public bool TryTake(string wanted) => _taken.Add(wanted);

    private static int Rank(WantedName name) => name.IsGiven ? 0 : string.Equals(name.Name, name.WireName, StringComparison.Ordinal) ? 1 : 2;
}

/// <param name="Key">What tells it from the others of the set.</param>
/// <param name="WireName">The spelling in the document.</param>
/// <param name="Name">The C# name wanted for it.</param>
/// <param name="IsGiven">Whether the author gave that name (<c>x-ms-client-name</c> and the like).</param>
internal sealed record WantedName(string Key, string WireName, string Name, bool IsGiven = false);
