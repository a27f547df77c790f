namespace RealtimeKit.Gen.Naming;

/// <summary>
/// A C# declaration space. Names that the author gives are assigned first, then names that need no change, then the others. If
/// several strings still ask for the same name, their symbols become words. What these do not distinguish keeps its own spelling if
/// that is a name, and is numbered otherwise, in the order of the strings.
/// </summary>
/// <param name="reserved">The names that are taken.</param>
/// <param name="isOfTypes">Whether the names are those of types, which begin in upper case.</param>
internal sealed class NameScope(IEnumerable<string> reserved, bool isOfTypes = false)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>The last number of each name, because the numbers below it are taken.</summary>
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Assigns names to a set of strings, by <see cref="WantedName.Key"/>.</summary>
    public IReadOnlyDictionary<string, string> Assign(IReadOnlyList<WantedName> wanted) =>
        AreUncontested(wanted) ? AssignUncontested(wanted) : Settle(wanted);

    /// <summary>Returns whether all names are free and different, as those of most types are.</summary>
    private bool AreUncontested(IReadOnlyList<WantedName> wanted)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (WantedName name in wanted)
        {
            if (name.Name.Length == 0 || _taken.Contains(name.Name) || !names.Add(name.Name))
            {
                return false;
            }
        }

        return true;
    }

    private Dictionary<string, string> AssignUncontested(IReadOnlyList<WantedName> wanted)
    {
        Dictionary<string, string> assigned = new(wanted.Count, StringComparer.Ordinal);
        foreach (WantedName name in wanted)
        {
            assigned[name.Key] = name.Name;
            _taken.Add(name.Name);
        }

        return assigned;
    }

    private Dictionary<string, string> Settle(IReadOnlyList<WantedName> wanted)
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

        WantedName[] unnamed = wanted.Where(name => assigned[name.Key].Length == 0).OrderBy(static name => name.Key, StringComparer.Ordinal).ToArray();
        ILookup<string, WantedName> worded = unnamed.ToLookup(Worded, StringComparer.Ordinal);
        foreach (IGrouping<string, WantedName> claim in worded.Where(static claim => !claim.Skip(1).Any()))
        {
            assigned[claim.First().Key] = _taken.Add(claim.Key) ? claim.Key : "";
        }

        foreach (WantedName name in unnamed.Where(name => assigned[name.Key].Length == 0))
        {
            assigned[name.Key] = KeepsSpelling(name.WireName) && _taken.Add(name.WireName) ? name.WireName : Take(Worded(name));
        }

        return assigned;
    }

    /// <summary>Returns a name for another string: the preferred name, or that name with the first free number.</summary>
    public string Take(string wanted) => _taken.Add(wanted) ? wanted : TakeNumbered(wanted);

    /// <summary>Returns the preferred name with the first free number.</summary>
    public string TakeNumbered(string wanted)
    {
        int number = _numbers.TryGetValue(wanted, out int last) ? last : 1;
        string numbered;
        do
        {
            numbered = Identifier.Numbered(wanted, ++number);
        }
        while (!_taken.Add(numbered));

        _numbers[wanted] = number;
        return numbered;
    }

    public bool TryTake(string wanted) => _taken.Add(wanted);

    private bool KeepsSpelling(string wireName) => Identifier.IsPlain(wireName) && (!isOfTypes || char.IsUpper(wireName[0]));

    /// <summary>Returns the name with words for symbols, in the case of the preferred name.</summary>
    private static string Worded(WantedName name)
    {
        string worded = Identifier.Worded(name.WireName);
        return name.Name.Length > 0 && char.IsLower(name.Name[0]) ? char.ToLowerInvariant(worded[0]) + worded.Substring(1) : worded;
    }

    private static int Rank(WantedName name) => name.IsGiven ? 0 : string.Equals(name.Name, name.WireName, StringComparison.Ordinal) ? 1 : 2;
}

/// <param name="Key">The key that identifies the string in the set.</param>
/// <param name="WireName">The spelling in the document.</param>
/// <param name="Name">The preferred C# name.</param>
/// <param name="IsGiven">Whether the author gave the name (<c>x-ms-client-name</c> and similar).</param>
internal sealed record WantedName(string Key, string WireName, string Name, bool IsGiven = false);
