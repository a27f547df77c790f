using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds the records that extend a base with a discriminator, level by level: <c>Van : Car : Vehicle</c>. A record in between is
/// a base itself and uses the discriminator of the first base.
/// </summary>
internal sealed class Family
{
    /// <summary>
    /// The most levels. Records further below extend the base directly, because the compiler follows inheritance recursively.
    /// </summary>
    private const int MostLevels = 32;

    private readonly SchemaIndex _index;

    /// <summary>The records of all families with the record that each extends.</summary>
    private readonly Dictionary<JsonSchema, JsonSchema?> _parents = [];

    /// <summary>Other records with the record that each extends.</summary>
    private readonly Dictionary<JsonSchema, JsonSchema?> _others = [];

    public Family(SchemaIndex index)
    {
        _index = index;
        Dictionary<JsonSchema, JsonSchema> roots = FindMembers();
        Dictionary<JsonSchema, JsonSchema?> direct = roots.Keys.ToDictionary(
            static member => member,
            member => member.AllOf.Select(SchemaFacts.Follow).FirstOrDefault(part => !ReferenceEquals(part, member) && roots.ContainsKey(part))
                ?? (ReferenceEquals(roots[member], member) ? null : PartOf(member, part => !ReferenceEquals(part, member) && roots.ContainsKey(part))));
        foreach (JsonSchema member in roots.Keys)
        {
            _parents[member] = IsTooDeep(member, direct) && roots[member] is var root && !ReferenceEquals(root, member) ? root : direct[member];
        }
    }

    /// <summary>Returns the record that this one extends, or null.</summary>
    public JsonSchema? ParentOf(JsonSchema actual)
    {
        if (_parents.TryGetValue(actual, out JsonSchema? known))
        {
            return known;
        }

        // The schema is not a component, or extends its base through a part.
        if (!_others.TryGetValue(actual, out JsonSchema? parent))
        {
            _others[actual] = parent = PartOf(actual, _parents.ContainsKey);
        }

        return parent;
    }

    /// <summary>Returns the nearest record with a discriminator among this record and its bases, or null.</summary>
    public JsonSchema? HolderOf(JsonSchema actual)
    {
        JsonSchema? current = actual;
        while (current is not null && !SchemaFacts.IsPolymorphic(current, _index))
        {
            current = ParentOf(current);
        }

        return current;
    }

    /// <summary>Returns the nearest common base of several records, or null if they are not of one family.</summary>
    public JsonSchema? CommonOf(IReadOnlyList<JsonSchema> records)
    {
        JsonSchema? common = records[0];
        while (common is not null && !records.All(record => ReferenceEquals(record, common) || IsAncestor(common, record)))
        {
            common = ParentOf(common);
        }

        return common is not null && HolderOf(common) is not null ? common : null;
    }

    /// <summary>Returns whether a record extends another, directly or indirectly.</summary>
    public bool IsAncestor(JsonSchema ancestor, JsonSchema record)
    {
        JsonSchema? current = ParentOf(record);
        while (current is not null && !ReferenceEquals(current, ancestor) && _index.Steps.Take(record))
        {
            current = ParentOf(current);
        }

        return ReferenceEquals(current, ancestor);
    }

    /// <summary>Returns the records of all families, each with its root.</summary>
    private Dictionary<JsonSchema, JsonSchema> FindMembers()
    {
        Dictionary<JsonSchema, JsonSchema> roots = [];
        Queue<JsonSchema> open = new();
        foreach (JsonSchema root in _index.Bases.Where(schema => SchemaFacts.IsPolymorphic(schema, _index)))
        {
            roots[root] = root;
            open.Enqueue(root);
        }

        while (open.Count > 0)
        {
            JsonSchema member = open.Dequeue();
            foreach (JsonSchema derived in _index.DerivedOf(member))
            {
                if (!roots.ContainsKey(derived))
                {
                    roots[derived] = roots[member];
                    open.Enqueue(derived);
                }
            }
        }

        return roots;
    }

    /// <summary>Returns the first part of a schema that fits, among its parts at any depth, or null.</summary>
    private JsonSchema? PartOf(JsonSchema actual, Func<JsonSchema, bool> fits)
    {
        HashSet<JsonSchema> visited = [];
        Stack<JsonSchema> open = new(actual.AllOf.Reverse());
        while (open.Count > 0 && _index.Steps.Take(actual))
        {
            JsonSchema part = SchemaFacts.Follow(open.Pop());
            if (fits(part))
            {
                return part;
            }

            foreach (JsonSchema inner in visited.Add(part) ? part.AllOf.Reverse() : [])
            {
                open.Push(inner);
            }
        }

        return null;
    }

    private static bool IsTooDeep(JsonSchema member, Dictionary<JsonSchema, JsonSchema?> parents)
    {
        int level = 0;
        for (JsonSchema? current = member; current is not null && level <= MostLevels; current = parents[current])
        {
            level++;
        }

        return level > MostLevels;
    }
}
