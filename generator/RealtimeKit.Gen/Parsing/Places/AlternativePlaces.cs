using NJsonSchema;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Gives each alternative of a schema the place that it has in the names file. Alternatives that are named alike, and one whose name has
/// changed, are known by the members and values that the file has for the type at the place.
/// </summary>
/// <param name="targetOf">Returns the place of what a reference leads to.</param>
internal sealed class AlternativePlaces(LockedContents locked, Func<JsonSchema, string?> targetOf)
{
    /// <summary>What the same name adds to the share of members that an alternative and a type have in common.</summary>
    private const double SameName = 0.7;

    /// <summary>What it adds if the alternative is also in the same order among those of its name.</summary>
    private const double SameOrder = 0.1;

    /// <param name="parent">The place of the keyword.</param>
    /// <returns>The alternatives with the last part of their places, those that are inline before references.</returns>
    public IEnumerable<(JsonSchema Alternative, string Name)> Of(IEnumerable<JsonSchema> alternatives, string parent)
    {
        Alternative[] all = alternatives
            .OrderBy(static alternative => alternative.Reference is not null)
            .Select(static alternative => new Alternative(alternative, LockKey.Token(SpecPointer.Escape(AlternativeNames.Of(alternative)))))
            .ToArray();
        SetUsual(all);
        IReadOnlyList<string> known = locked.At(parent);
        if (known.Count > 0)
        {
            Match(all, known, parent);
        }

        FreeNames free = new(known.Concat(all.Select(static one => one.Place).OfType<string>()));
        foreach (Alternative one in all)
        {
            one.Place ??= free.Take(one.Name);
            yield return (one.Schema, one.Place);
        }
    }

    /// <summary>
    /// Returns the inline alternative that described the place alone before the author added others, or null. The types within it keep their
    /// names, and the schema with the alternatives has the name of the place.
    /// </summary>
    /// <param name="place">The place of the schema.</param>
    /// <param name="parent">The place of the keyword.</param>
    public JsonSchema? FormerWhole(IEnumerable<JsonSchema> alternatives, string place, string parent)
    {
        if (!locked.Has(place) || locked.At(parent).Count > 0)
        {
            return null;
        }

        string[] members = locked.PathsWithin(place).ToArray();
        return members.Length < 2 ? null : alternatives
            .Where(static alternative => alternative.Reference is null)
            .Select(alternative => (Schema: alternative, Likeness: Likeness.Common(members, SchemaPaths.Of(alternative))))
            .Where(static one => one.Likeness >= Likeness.FewestCommon)
            .OrderByDescending(static one => one.Likeness)
            .Select(static one => one.Schema)
            .FirstOrDefault();
    }

    private static void SetUsual(Alternative[] all)
    {
        FreeNames usual = new([]);
        foreach (Alternative one in all)
        {
            one.Usual = usual.Take(one.Name);
        }
    }

    /// <summary>Gives places of the names file to the alternatives that are most like the types there.</summary>
    private void Match(Alternative[] all, IReadOnlyList<string> known, string parent)
    {
        if ((long)all.Length * known.Count > Likeness.MostPairs)
        {
            HashSet<string> places = new(known, StringComparer.Ordinal);
            foreach (Alternative one in all.Where(one => places.Contains(one.Usual)))
            {
                one.Place = one.Usual;
            }

            return;
        }

        IReadOnlyCollection<string>[] members = known.Select(name => locked.PathsWithin(parent + "/" + name).ToArray()).ToArray();
        bool[] isTaken = new bool[known.Count];
        foreach ((Alternative one, int place) in Pairs(all, known, members)
            .OrderByDescending(static pair => pair.Likeness)
            .Select(static pair => (pair.One, pair.Place)))
        {
            if (one.Place is null && !isTaken[place])
            {
                one.Place = known[place];
                isTaken[place] = true;
            }
        }
    }

    /// <summary>Returns the alternatives that are like a known place. A reference to what the file has at its own place needs none.</summary>
    private IEnumerable<(Alternative One, int Place, double Likeness)> Pairs(
        Alternative[] all,
        IReadOnlyList<string> known,
        IReadOnlyCollection<string>[] members)
    {
        foreach (Alternative one in all.Where(one => targetOf(one.Schema) is not { } target || !locked.IsWithin(target)))
        {
            for (int place = 0; place < known.Count; place++)
            {
                double likeness = Likeness.Common(members[place], one.Members)
                    + (IsNamed(known[place], one.Name) ? SameName : 0)
                    + (known[place] == one.Usual ? SameOrder : 0);
                if (likeness >= Likeness.FewestCommon)
                {
                    yield return (one, place, likeness);
                }
            }
        }
    }

    /// <summary>Returns whether a place has the name, or the name and a number.</summary>
    private static bool IsNamed(string place, string name) => place.StartsWith(name, StringComparison.Ordinal)
        && (place.Length == name.Length || (place[name.Length] == '+' && place.Skip(name.Length + 1).All(char.IsDigit)));

    /// <summary>Gives each name once, and then with the first free number.</summary>
    private sealed class FreeNames(IEnumerable<string> taken)
    {
        private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        public string Take(string name)
        {
            string free;
            do
            {
                _counts.TryGetValue(name, out int count);
                _counts[name] = ++count;
                free = count == 1 ? name : $"{name}+{count}";
            }
            while (!_taken.Add(free));

            return free;
        }
    }

    private sealed class Alternative(JsonSchema schema, string name)
    {
        private HashSet<string>? _members;

        public JsonSchema Schema { get; } = schema;

        public string Name { get; } = name;

        /// <summary>Gets or sets the place that the alternative has without a names file.</summary>
        public string Usual { get; set; } = name;

        public string? Place { get; set; }

        public HashSet<string> Members => _members ??= SchemaPaths.Of(Schema);
    }
}
