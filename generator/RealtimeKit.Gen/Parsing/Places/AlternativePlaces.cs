using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Gives each alternative of a schema the place that it has in the names file. Alternatives that are named alike, and one whose name has
/// changed, are known by the members and values that the file has for the type at the place.
/// </summary>
internal sealed class AlternativePlaces(LockedContents locked, SchemaTargets targets)
{
    /// <param name="place">The place of the schema that has the alternatives.</param>
    /// <param name="isOnlyKeyword">Whether all alternatives of the schema are at the keyword, so that it can be exchanged with the other.</param>
    /// <returns>The alternatives with their places, those that are inline before references.</returns>
    public IEnumerable<(JsonSchema Alternative, string Place)> Of(
        IEnumerable<JsonSchema> alternatives,
        string place,
        string keyword,
        bool isOnlyKeyword)
    {
        Alternative[] all = alternatives
            .OrderBy(static alternative => alternative.Reference is not null)
            .Select(alternative => new Alternative(alternative, targets))
            .ToArray();
        SetUsual(all);
        string parent = place + "/" + keyword;
        IReadOnlyList<string> known = locked.At(parent);
        if (known.Count > 0)
        {
            Match(all, known, parent);
        }
        else if (isOnlyKeyword && place + "/" + OtherThan(keyword) is var former && locked.At(former) is { Count: > 0 } exchanged)
        {
            // Another part of an allOf can have the other keyword. Only common members show that the author has exchanged them.
            if (Match(all, exchanged, former))
            {
                (parent, known) = (former, exchanged);
            }
            else
            {
                Array.ForEach(all, static one => one.Place = null);
            }
        }

        FreeNames free = new(known.Concat(all.Select(static one => one.Place).OfType<string>()));
        foreach (Alternative one in all)
        {
            one.Place ??= free.Take(one.Name);
            yield return (one.Schema, parent + "/" + one.Place);
        }
    }

    /// <summary>
    /// Returns what described the place alone before the author added alternatives beside it, or null. It can be a component now. The types
    /// within it keep their names, and the schema with the alternatives has the name of the place.
    /// </summary>
    /// <param name="place">The place of the schema.</param>
    public JsonSchema? FormerWhole(IEnumerable<JsonSchema> alternatives, string place, string keyword)
    {
        if (!locked.IsWithin(place) || locked.At(place + "/" + keyword).Count > 0 || locked.At(place + "/" + OtherThan(keyword)).Count > 0)
        {
            return null;
        }

        string[] members = locked.PathsWithin(place).ToArray();
        return members.Length < 2 ? null : alternatives
            .Where(alternative => !targets.IsKnown(alternative))
            .Select(alternative => (Schema: targets.Meant(alternative), Likeness: Likeness.Common(members, SchemaPaths.Of(alternative, targets))))
            .Where(static one => one.Likeness >= Likeness.FewestCommon)
            .OrderByDescending(static one => one.Likeness)
            .Select(static one => one.Schema)
            .FirstOrDefault();
    }

    private static string OtherThan(string keyword) => keyword == "oneOf" ? "anyOf" : "oneOf";

    private static void SetUsual(Alternative[] all)
    {
        FreeNames usual = new([]);
        foreach (Alternative one in all)
        {
            one.Usual = usual.Take(one.Name);
        }
    }

    /// <summary>Gives places of the names file to the alternatives that are most like the types there.</summary>
    /// <returns>Whether one of them has members in common with its place.</returns>
    private bool Match(Alternative[] all, IReadOnlyList<string> known, string parent)
    {
        if ((long)all.Length * known.Count <= Likeness.MostPairs)
        {
            return new AlternativeMatch(all, known, place => locked.PathsWithin(parent + "/" + place)).Run();
        }

        HashSet<string> places = new(known, StringComparer.Ordinal);
        Alternative[] named = Array.FindAll(all, one => places.Contains(one.Usual));
        Array.ForEach(named, static one => one.Place = one.Usual);
        return named.Length > 0;
    }

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
}
