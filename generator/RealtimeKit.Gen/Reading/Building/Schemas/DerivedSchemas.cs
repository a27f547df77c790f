using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Finds the components that extend a base with a discriminator. The base does not refer to them, so following references does
/// not find them.
/// </summary>
internal sealed class DerivedSchemas(SpecMapping root, SchemaBuilder schemas, SchemaRegister register)
{
    private readonly Queue<(JsonSchema Schema, SchemaOrigin Origin)> _reached = new();

    /// <summary>The cases of a base. A schema that extends one of them is also a case.</summary>
    private readonly HashSet<JsonSchema> _cases = [];
    private Dictionary<string, List<(SpecNode Holder, string Reference)>>? _derivedByBase;

    public void Reach(JsonSchema schema, SchemaOrigin origin) => _reached.Enqueue((schema, origin));

    /// <summary>Builds the cases of the bases that were reached since the last call. Returns whether there were any.</summary>
    public bool BuildReached()
    {
        bool isAny = false;
        while (_reached.Count > 0)
        {
            (JsonSchema schema, SchemaOrigin origin) = _reached.Dequeue();
            if ((schema.DiscriminatorObject is null && !_cases.Contains(schema)) || register.IsBase(schema))
            {
                continue;
            }

            List<JsonSchema> derived = [];
            foreach ((SpecNode holder, string reference) in Index().TryGetValue(origin.Key, out var cases) ? cases : [])
            {
                if (Derived(holder, reference) is { } found && !derived.Contains(found))
                {
                    derived.Add(found);
                    isAny = true;
                    if (_cases.Add(found) && register.OriginOf(found) is { } own)
                    {
                        Reach(found, own);
                    }
                }
            }

            register.AddBase(schema, derived);
        }

        return isAny;
    }

    /// <summary>Returns the schema of a component, or of another component if this one only adds null to it.</summary>
    private JsonSchema? Derived(SpecNode holder, string reference)
    {
        JsonSchema? found = schemas.BuildReferenced(holder, reference);
        return found is not null && found.Reference is { } shared && register.OriginOf(found)?.Name is null ? shared : found;
    }

    private Dictionary<string, List<(SpecNode Holder, string Reference)>> Index()
    {
        if (_derivedByBase is not null)
        {
            return _derivedByBase;
        }

        _derivedByBase = new(StringComparer.Ordinal);
        foreach (NamedSchema schema in NamedSchema.Of(root).OrderBy(static schema => schema.Reference, StringComparer.Ordinal))
        {
            foreach (SpecNode part in schemas.PartsOf(schema.Node))
            {
                if (part.Reference() is { } reference && !SchemaPointers.IsWithinSchema(reference))
                {
                    string key = schemas.Bases.Canonical(part, reference);
                    if (!_derivedByBase.TryGetValue(key, out var cases))
                    {
                        _derivedByBase[key] = cases = [];
                    }

                    cases.Add((schema.Node, schema.Reference));
                }
            }
        }

        return _derivedByBase;
    }
}
