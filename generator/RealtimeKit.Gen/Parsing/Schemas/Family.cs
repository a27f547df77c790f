using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// The records below a base with a discriminator, level by level: <c>Van : Car : Vehicle</c>. A record between the base
/// and others is a base itself and has the discriminator of the first.
/// </summary>
internal sealed class Family
{
    /// <summary>A record further below extends the base itself: the compiler follows a lineage by recursion.</summary>
    private const int MostLevels = 32;

    private readonly SchemaIndex _index;

    /// <summary>Every record of a family, with the record that it extends.</summary>
    private readonly Dictionary<JsonSchema, JsonSchema?> _parents = [];

    public Family(SchemaIndex index)
    {
        _index = index;
        Dictionary<JsonSchema, JsonSchema> roots = FindMembers();
        Dictionary<JsonSchema, JsonSchema?> direct = roots.Keys.ToDictionary(
            static member => member,
            member => (JsonSchema?)member.AllOf.Select(SchemaFacts.Follow).FirstOrDefault(part => !ReferenceEquals(part, member) && roots.ContainsKey(part)));
        foreach (JsonSchema member in roots.Keys)
        {
            _parents[member] = IsTooDeep(member, direct) && roots[member] is var root && !ReferenceEquals(root, member) ? root : direct[member];
        }
    }

    /// <summary>The record that this one extends; null for none.</summary>
    public JsonSchema? ParentOf(JsonSchema actual)
    {
        if (_parents.TryGetValue(actual, out JsonSchema? known))
        {
            return known;
        }

        // No component, or one that extends its base by way of a part.
        HashSet<JsonSchema> visited = [];
        Stack<JsonSchema> open = new(actual.AllOf.Reverse());
        while (open.Count > 0)
        {
            JsonSchema part = SchemaFacts.Follow(open.Pop());
            if (_parents.ContainsKey(part))
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

    /// <summary>The nearest record with a discriminator, of those that this one is or extends; null for none.</summary>
    public JsonSchema? HolderOf(JsonSchema actual)
    {
        JsonSchema? current = actual;
        while (current is not null && !SchemaFacts.IsPolymorphic(current, _index))
        {
            current = ParentOf(current);
        }

        return current;
    }

    /// <summary>The nearest record that all of several are or extend; null where they are not of one family.</summary>
    public JsonSchema? CommonOf(IReadOnlyList<JsonSchema> records)
    {
        JsonSchema? common = records[0];
        while (common is not null && !records.All(record => ReferenceEquals(record, common) || IsAncestor(common, record)))
        {
            common = ParentOf(common);
        }

        return common is not null && HolderOf(common) is not null ? common : null;
    }

    /// <summary>Whether a record extends another, directly or by way of others.</summary>
    public bool IsAncestor(JsonSchema ancestor, JsonSchema record)
    {
        JsonSchema? current = ParentOf(record);
        while (current is not null && !ReferenceEquals(current, ancestor))
        {
            current = ParentOf(current);
        }

        return current is not null;
    }

    /// <summary>The records of all families, each with the base that led to it.</summary>
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
