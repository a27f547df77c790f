using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Finds the schemas that extend a base with a discriminator. The base does not refer to them, so following references does not
/// find them. They are components of the document or of the base's own file, or targets of the base's mapping.
/// </summary>
internal sealed class DerivedSchemas(SpecReferences references, SchemaBuilder schemas, SchemaRegister register)
{
    private readonly Queue<(JsonSchema Schema, SchemaOrigin Origin)> _reached = new();

    /// <summary>The cases of a base. A schema that extends one of them is also a case.</summary>
    private readonly HashSet<JsonSchema> _cases = [];

    /// <summary>The bases whose cases have been built. A mapping that is read later can add a case to them.</summary>
    private readonly Dictionary<string, (JsonSchema Schema, SchemaOrigin Origin)> _built = new(StringComparer.Ordinal);

    /// <summary>The components of each file by the base to which a part of them refers.</summary>
    private readonly Dictionary<string, ILookup<string, (SpecNode Holder, string Reference)>> _derivedByBase = new(StringComparer.Ordinal);

    /// <summary>The targets of the mappings so far, by the base to which a part of them refers. They can be in any file.</summary>
    private readonly Dictionary<string, List<JsonSchema>> _mapped = new(StringComparer.Ordinal);

    public void Reach(JsonSchema schema, SchemaOrigin origin) => _reached.Enqueue((schema, origin));

    /// <summary>Builds the cases of the bases that were reached since the last call. Returns whether there were any.</summary>
    public bool BuildReached()
    {
        bool isAny = false;
        while (_reached.Count > 0)
        {
            (JsonSchema schema, SchemaOrigin origin) = _reached.Dequeue();
            if ((schema.DiscriminatorObject is null && !_cases.Contains(schema)) || _built.ContainsKey(origin.Key))
            {
                continue;
            }

            AddMapped(schema);
            JsonSchema[] derived = DerivedOf(origin.Key).Where(found => !ReferenceEquals(found, schema)).Distinct().ToArray();
            foreach (JsonSchema found in derived.Where(_cases.Add))
            {
                if (register.OriginOf(found) is { } own)
                {
                    Reach(found, own);
                }
            }

            isAny |= derived.Length > 0;
            _built.Add(origin.Key, (schema, origin));
            register.AddBase(schema, derived);
        }

        return isAny;
    }

    /// <summary>Returns the schemas that extend a base: components first, in the order of their names.</summary>
    private IEnumerable<JsonSchema> DerivedOf(string key)
    {
        string file = key.Substring(0, Math.Max(0, key.IndexOf('#')));
        IEnumerable<(SpecNode Holder, string Reference)> components = In(references.RootPath)[key];
        return components.Concat(file == references.RootPath ? [] : In(file)[key])
            .Select(found => Derived(found.Holder, found.Reference))
            .OfType<JsonSchema>()
            .Concat(_mapped.TryGetValue(key, out List<JsonSchema>? mapped) ? mapped : []);
    }

    /// <summary>Returns the schema of a component, or of another one if this one only adds null to it.</summary>
    private JsonSchema? Derived(SpecNode holder, string reference)
    {
        JsonSchema? found = schemas.BuildReferenced(holder, reference);
        return found is not null && found.Reference is { } shared && register.OriginOf(found)?.Name is null ? shared : found;
    }

    private void AddMapped(JsonSchema schema)
    {
        foreach (KeyValuePair<string, JsonSchema> mapped in schema.DiscriminatorObject?.Mapping ?? new Dictionary<string, JsonSchema>())
        {
            JsonSchema target = mapped.Value.Reference ?? mapped.Value;
            if (register.OriginOf(target) is not { Name: not null } origin)
            {
                continue;
            }

            foreach (string key in BasesOf(origin.Node))
            {
                if (!_mapped.TryGetValue(key, out List<JsonSchema>? targets))
                {
                    _mapped[key] = targets = [];
                }

                if (targets.Contains(target))
                {
                    continue;
                }

                targets.Add(target);
                if (_built.TryGetValue(key, out (JsonSchema Schema, SchemaOrigin Origin) built) && _built.Remove(key))
                {
                    Reach(built.Schema, built.Origin);
                }
            }
        }
    }

    /// <summary>Returns the components of a file by the base to which a part of them refers.</summary>
    private ILookup<string, (SpecNode Holder, string Reference)> In(string path)
    {
        if (!_derivedByBase.TryGetValue(path, out ILookup<string, (SpecNode Holder, string Reference)>? derived))
        {
            _derivedByBase[path] = derived = NamedSchema.Of(references.Peek(path + "#"))
                .OrderBy(static schema => schema.Reference, StringComparer.Ordinal)
                .SelectMany(schema => Cases(schema))
                .ToLookup(static found => found.Key, static found => (found.Holder, found.Reference), StringComparer.Ordinal);
        }

        return derived;
    }

    /// <summary>Returns a component, or the schema of another file that it only refers to, with the bases to which its parts refer.</summary>
    private IEnumerable<(string Key, SpecNode Holder, string Reference)> Cases(NamedSchema schema)
    {
        SpecNode node = schema.Node;
        SpecNode holder = schema.Node;
        string reference = schema.Reference;
        for (int steps = 0; steps < SpecReferences.LongestChain && BaseParts.OnlyReference(node) is { } other; steps++)
        {
            if (references.PeekAnywhere(node, other) is not { } target)
            {
                break;
            }

            (holder, reference) = (node, other);
            node = target;
        }

        return BasesOf(node).Select(key => (key, holder, reference));
    }

    private IEnumerable<string> BasesOf(SpecNode node)
    {
        foreach (SpecNode part in schemas.PartsOf(node))
        {
            if (part.Reference() is { } reference && !SchemaPointers.IsWithinSchema(reference))
            {
                yield return schemas.Bases.Canonical(part, reference);
            }
        }
    }
}
