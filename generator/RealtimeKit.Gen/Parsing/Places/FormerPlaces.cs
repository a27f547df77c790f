using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// The places where the names file has types of schemas that are elsewhere now, because their author has made components of them, has put
/// others beside them, or has opened an enum.
/// </summary>
/// <param name="placesOf">Returns the places of a schema.</param>
internal sealed class FormerPlaces(LockedContents locked, Func<JsonSchema, IEnumerable<string>> placesOf)
{
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<(string Place, JsonSchema Target)> _followed = [];
    private readonly Dictionary<JsonSchema, bool> _lockedTargets = [];
    private readonly HashSet<(string Place, JsonSchema Schema)> _joinedOnce = [];
    private readonly HashSet<JsonSchema> _successors = [];
    private List<(string Place, JsonSchema Schema)> _replaced = [];
    private List<(string Place, JsonSchema Schema)> _joined = [];

    /// <summary>Gets whether the places that are visited are former ones.</summary>
    public bool AreVisited { get; private set; }

    public bool Has(string place) => _places.Contains(place);

    public void Add(string place) => _places.Add(place);

    /// <summary>Adds a reference. What the file has at its place may be the type of a new component.</summary>
    public void Refer(string place, JsonSchema target)
    {
        if (_followed.Add((place, target)))
        {
            _replaced.Add((place, target));
        }
    }

    /// <summary>Adds a schema whose members were those of the schema at a place, which has others beside it now.</summary>
    public void Join(string place, JsonSchema schema)
    {
        if (_joinedOnce.Add((place, schema)))
        {
            _joined.Add((place, schema));
        }
    }

    /// <summary>Visits schemas at former places.</summary>
    public void Visit(Action visit)
    {
        (bool before, AreVisited) = (AreVisited, true);
        visit();
        AreVisited = before;
    }

    /// <summary>
    /// Visits the new components and the joined schemas that have been added, and those that this adds: a component can refer to others, which
    /// were inline within it.
    /// </summary>
    /// <param name="visit">Visits a schema.</param>
    /// <param name="visitParts">Visits what is within a schema.</param>
    public void VisitAdded(Action<JsonSchema, string> visit, Action<JsonSchema, string> visitParts) => Visit(() =>
    {
        while (_replaced.Count + _joined.Count > 0)
        {
            (List<(string Place, JsonSchema Schema)> replaced, _replaced) = (_replaced, []);
            foreach ((string place, JsonSchema schema) in replaced
                .Where(one => locked.IsWithin(one.Place) && !IsLockedItself(one.Schema))
                .OrderBy(static one => !TargetPlaces.IsOfComponent(one.Place))
                .ThenBy(static one => one.Place, StringComparer.Ordinal)
                .ToArray())
            {
                if (TargetPlaces.IsOfComponent(place))
                {
                    _successors.Add(schema);
                    visit(schema, place);
                }
                else if (!_successors.Contains(schema))
                {
                    visit(schema, place);
                }
            }

            (List<(string Place, JsonSchema Schema)> joined, _joined) = (_joined, []);
            joined.FindAll(one => locked.IsWithin(one.Place) && !IsLockedItself(one.Schema)).ForEach(one => visitParts(one.Schema, one.Place));
        }
    });

    /// <summary>Returns whether the names file has a component, or what is within it, at a place of its own.</summary>
    private bool IsLockedItself(JsonSchema target)
    {
        if (!_lockedTargets.TryGetValue(target, out bool isLocked))
        {
            isLocked = placesOf(target).Any(place => !_places.Contains(place) && locked.IsWithin(place));
            _lockedTargets.Add(target, isLocked);
        }

        return isLocked;
    }
}
