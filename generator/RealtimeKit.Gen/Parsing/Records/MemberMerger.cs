using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Combines several schemas of one member. A combination that would contain a combination of the same parts uses the outer one.
/// Otherwise parts that contain each other would be combined endlessly.
/// </summary>
internal sealed class MemberMerger(SchemaIndex index, ImpliedSchemas implied, DiagnosticBag diagnostics)
{
    private const int DeepestNesting = 8;
    private const int MostMerged = 20_000;

    /// <summary>The most distinct parts that a further part is compared with.</summary>
    private const int MostCompared = 32;

    private readonly SchemaTokens _tokens = new(index);
    private readonly UnspecificSchemas _unspecific = MeantSchemas.Unspecific(index);
    private readonly MemberAlternatives _alternatives = new(index, implied);
    private readonly Dictionary<JsonSchema, Merged> _merged = [];
    private readonly Dictionary<JsonSchema, int> _ids = [];

    /// <summary>
    /// Returns the schema of a member that several parts describe. Parts without a structure are ignored, and those that a more
    /// specific part makes needless. If several parts remain, all of them apply. Of several alternatives, one applies.
    /// </summary>
    /// <param name="owner">The schema that has the member.</param>
    public JsonSchema Merge(Member member, JsonSchema owner)
    {
        if (member.Schemas.Count == 1)
        {
            return member.Schemas[0];
        }

        if (!member.Certain.Exists(SchemaFacts.IsStructural))
        {
            return OfAlternatives(member, owner);
        }

        JsonSchemaProperty[] certain = Meaningful(member.Certain);
        JsonSchemaProperty[] all = Distinct(certain.Concat(member.Alternatives.SelectMany(Meaningful)));
        return all.Length == 1 ? all[0]
            : all.Length > certain.Length && all.All(ObjectSchemas.AreObjects) ? Together(all.Take(certain.Length), all.Skip(certain.Length), owner)
            : AllOf(certain, owner);
    }

    /// <summary>Returns the schema of a member that no part describes closely but alternatives do.</summary>
    private JsonSchema OfAlternatives(Member member, JsonSchema owner)
    {
        bool isObject = member.Certain.Exists(static schema => SchemaFacts.Follow(schema).Type == JsonObjectType.Object);
        JsonSchema[] all = member.Alternatives
            .Select(alternative => Meaningful(alternative) is { Length: > 0 } parts ? AllOf(parts, owner) : alternative.First())
            .Where(schema => !isObject || SchemaFacts.IsStructural(schema))
            .ToArray();
        JsonSchema[] distinct = Distinct(all);
        return distinct.Length switch
        {
            0 => member.Schemas[0],
            1 => Array.Find(all, schema => IsNullableTwin(schema, distinct[0])) ?? distinct[0],
            _ => _alternatives.Choose(distinct),
        };
    }

    /// <summary>Returns whether a schema allows null, and replaces an equal one that does not.</summary>
    private bool IsNullableTwin(JsonSchema schema, JsonSchema kept)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        return isNullable && index.OriginOf(actual)?.Name == index.OriginOf(SchemaFacts.Follow(kept))?.Name;
    }

    /// <summary>Returns the schema of parts that all apply.</summary>
    private JsonSchema AllOf(JsonSchemaProperty[] parts, JsonSchema owner) =>
        parts.Length == 1 ? parts[0]
        : parts.All(IsList) || parts.All(ObjectSchemas.AreObjects) ? Together(parts, [], owner)
        : Array.Find(parts, static schema => SchemaFacts.Follow(schema).Enumeration.Count == 0) ?? _alternatives.AllValues(parts);

    private bool IsList(JsonSchema part) => _tokens.Of(part) == JsonTokens.Array || ContainerParts.IsList(SchemaFacts.Follow(part));

    /// <summary>Returns the parts with a structure, each once, without those that a more specific part makes needless.</summary>
    private JsonSchemaProperty[] Meaningful(IReadOnlyCollection<JsonSchemaProperty> parts) => Distinct(_unspecific.Without(parts)
        .Where(SchemaFacts.IsStructural)
        .GroupBy(static schema => SchemaFacts.Follow(schema))
        .Select(static group => group.First()));

    /// <summary>Returns each distinct schema once, preferably one with a name.</summary>
    private TSchema[] Distinct<TSchema>(IEnumerable<TSchema> schemas)
        where TSchema : JsonSchema
    {
        List<TSchema> kept = [];
        foreach (TSchema schema in schemas)
        {
            int place = kept.Count > MostCompared ? -1 : kept.FindIndex(other => SchemaSameness.AreSame(other, schema, index));
            if (place < 0)
            {
                kept.Add(schema);
            }
            else if (index.OriginOf(SchemaFacts.Follow(kept[place]))?.Name is null && index.OriginOf(SchemaFacts.Follow(schema))?.Name is not null)
            {
                kept[place] = schema;
            }
        }

        return kept.ToArray();
    }

    /// <param name="parts">The parts that all apply.</param>
    /// <param name="alternatives">The alternatives, one or none of which applies too.</param>
    private JsonSchema Together(IEnumerable<JsonSchemaProperty> parts, IEnumerable<JsonSchemaProperty> alternatives, JsonSchema owner)
    {
        JsonSchema[] all = [.. parts, .. alternatives];
        string key = KeyOf(all);
        int depth = 0;
        for (Merged? outer = MergedOf(owner); outer is not null; outer = MergedOf(outer.Owner))
        {
            if (outer.Key == key)
            {
                return outer.Schema;
            }

            depth++;
        }

        if (depth >= DeepestNesting || _merged.Count >= MostMerged)
        {
            diagnostics.Add(Descriptors.SchemaDegraded, index.LocationOf(all[0]), "The parts that describe this member contain too many nested parts");
            return implied.AnyAt(all[0]);
        }

        JsonSchema merged = implied.AllOf([.. parts], [.. alternatives]);
        _merged[merged] = new Merged(merged, key, owner);
        return merged;
    }

    private Merged? MergedOf(JsonSchema schema) => _merged.TryGetValue(schema, out Merged? merged) ? merged : null;

    /// <summary>Returns a key that is equal for the same parts in any order.</summary>
    private string KeyOf(JsonSchema[] parts) =>
        string.Join(",", parts.Select(SchemaFacts.Follow).Select(IdOf).OrderBy(static id => id).Select(static id => id.Invariant()));

    private int IdOf(JsonSchema schema)
    {
        if (!_ids.TryGetValue(schema, out int id))
        {
            _ids[schema] = id = _ids.Count;
        }

        return id;
    }

    /// <param name="Key">The key of the combined parts.</param>
    /// <param name="Owner">The schema that has the member, which may be combined itself.</param>
    private sealed record Merged(JsonSchema Schema, string Key, JsonSchema Owner);
}
