namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Finds the alternatives that are most like the types at known places. Common members come first. A name without them counts only
/// if no other alternative could be meant.
/// </summary>
/// <param name="pathsWithin">Returns the paths to the types and members at a known place.</param>
internal sealed class AlternativeMatch(Alternative[] all, IReadOnlyList<string> known, Func<string, IEnumerable<string>> pathsWithin)
{
    /// <summary>What the same title or constant adds to the share of members that an alternative and a type have in common.</summary>
    private const double SameChosenName = 0.7;

    /// <summary>What another name adds, which an alternative can have by chance, such as the kind of JSON.</summary>
    private const double SameName = 0.2;

    /// <summary>What it adds if the alternative is also in the same order among those of its name.</summary>
    private const double SameOrder = 0.1;

    private readonly string[][] _members = known.Select(place => pathsWithin(place).ToArray()).ToArray();

    /// <summary>The number of inline alternatives with members that have each name.</summary>
    private readonly Dictionary<string, int> _inline = all
        .Where(static one => !one.IsReference && one.HasMembers)
        .GroupBy(static one => one.Name, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);

    /// <summary>How far a pair is certain.</summary>
    private enum Certainty
    {
        No,
        Name,
        OnlyName,
        Members,
    }

    /// <summary>Sets the places of the alternatives that are like a known place.</summary>
    /// <returns>Whether one of them has members in common with its place.</returns>
    public bool Run()
    {
        bool isCertain = false;
        bool[] isTaken = new bool[known.Count];
        foreach ((Alternative one, int place, Certainty certainty, _) in all
            .Where(static one => !one.IsKnown)
            .SelectMany(PairsOf)
            .OrderByDescending(static pair => pair.Certainty)
            .ThenByDescending(static pair => pair.Likeness))
        {
            if (one.Place is null && !isTaken[place])
            {
                one.Place = known[place];
                isTaken[place] = true;
                isCertain |= certainty == Certainty.Members;
            }
        }

        return isCertain;
    }

    private IEnumerable<(Alternative One, int Place, Certainty Certainty, double Likeness)> PairsOf(Alternative one)
    {
        bool isOnly = !one.IsReference
            && known.Count(place => IsNamed(place, one.Name)) == 1
            && _inline.TryGetValue(one.Name, out int count)
            && count == 1;
        for (int place = 0; place < known.Count; place++)
        {
            bool isNamed = IsNamed(known[place], one.Name);
            double share = Likeness.Common(_members[place], one.Members);
            Certainty certainty = CertaintyOf(one, _members[place], share, isOnly);
            if (certainty == Certainty.Members ? isNamed || share >= Likeness.FewestCommon : isNamed && certainty != Certainty.No)
            {
                double name = !isNamed ? 0 : one.IsChosen ? SameChosenName : SameName;
                yield return (one, place, certainty, share + name + (known[place] == one.Usual ? SameOrder : 0));
            }
        }
    }

    private static Certainty CertaintyOf(Alternative one, string[] members, double share, bool isOnly)
    {
        bool hasMembers = Array.Exists(members, SchemaPaths.IsOfMember);
        if (hasMembers && one.HasMembers)
        {
            return Array.Exists(members, path => SchemaPaths.IsOfMember(path) && one.Members.Contains(path)) ? Certainty.Members
                : isOnly ? Certainty.OnlyName
                : Certainty.No;
        }

        return hasMembers ? (one.IsReference ? Certainty.No : Certainty.Name)
            : one.HasMembers || share == 0 ? Certainty.OnlyName
            : Certainty.Members;
    }

    /// <summary>Returns whether a place has the name, or the name and a number.</summary>
    private static bool IsNamed(string place, string name) => place.StartsWith(name, StringComparison.Ordinal)
        && (place.Length == name.Length || (place[name.Length] == '+' && place.Skip(name.Length + 1).All(char.IsDigit)));
}
