using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Collects the names that belong to a type and to the types within it, each type once.</summary>
internal sealed class NamesWithin
{
    private readonly Dictionary<string, string[]> _names;
    private readonly Dictionary<string, string[]> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableArray<string>> _found = new(StringComparer.Ordinal);

    /// <param name="types">All types.</param>
    /// <param name="names">The names that belong to each type itself.</param>
    public NamesWithin(IReadOnlyCollection<TypeModel> types, Dictionary<string, string[]> names)
    {
        _names = names;
        if (names.Values.Any(static own => own.Length > 0))
        {
            Connect(types);
        }
    }

    public EquatableArray<string> Of(IEnumerable<TypeRef> types)
    {
        string[] roots = types.Select(NameOf).Where(_parts.ContainsKey).Distinct(StringComparer.Ordinal).ToArray();
        string key = string.Join("\n", roots);
        if (!_found.TryGetValue(key, out EquatableArray<string> found))
        {
            _found[key] = found = Search(roots);
        }

        return found;
    }

    private EquatableArray<string> Search(string[] roots)
    {
        HashSet<string> seen = new(roots, StringComparer.Ordinal);
        Queue<string> waiting = new(roots);
        SortedSet<string> names = new(StringComparer.Ordinal);
        while (waiting.Count > 0)
        {
            string type = waiting.Dequeue();
            names.UnionWith(_names.TryGetValue(type, out string[]? own) ? own : []);
            foreach (string part in _parts[type].Where(seen.Add))
            {
                waiting.Enqueue(part);
            }
        }

        return names.ToEquatableArray();
    }

    /// <summary>Keeps the types from which a name can be reached. The others, which are nearly all types, need no search.</summary>
    private void Connect(IReadOnlyCollection<TypeModel> types)
    {
        Dictionary<string, string[]> parts = types.ToDictionary(
            static type => type.Name,
            static type => PartsOf(type).Select(NameOf).Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);
        ILookup<string, string> owners = parts
            .SelectMany(static pair => pair.Value, static (pair, part) => (Owner: pair.Key, Part: part))
            .ToLookup(static pair => pair.Part, static pair => pair.Owner, StringComparer.Ordinal);
        HashSet<string> leading = new(_names.Where(static pair => pair.Value.Length > 0).Select(static pair => pair.Key), StringComparer.Ordinal);
        Queue<string> waiting = new(leading);
        while (waiting.Count > 0)
        {
            foreach (string owner in owners[waiting.Dequeue()].Where(leading.Add))
            {
                waiting.Enqueue(owner);
            }
        }

        foreach (string type in leading)
        {
            _parts[type] = Array.FindAll(parts[type], leading.Contains);
        }
    }

    private static string NameOf(TypeRef type) => type.Innermost.Name;

    private static IEnumerable<TypeRef> PartsOf(TypeModel model) => model switch
    {
        ObjectModel record => record.Properties.Select(static property => property.Type)
            .Concat(record.Derived.Where(static derived => derived.Name.Length > 0).Select(static derived => TypeRef.Emitted(TypeShape.Object, derived.Name)))
            .Concat(record.AdditionalProperties is { } others ? [others] : []),
        UnionModel union => union.Cases.Select(static @case => @case.Type),
        TupleModel tuple => tuple.Items.Select(static item => item.Type).Concat(tuple.Rest is { } rest ? [rest] : []),
        _ => [],
    };
}
