using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

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
    private readonly Dictionary<JsonSchema, Merged> _merged = [];
    private readonly Dictionary<JsonSchema, int> _ids = [];

    /// <summary>
    /// Returns the schema of a member that several parts describe. Parts without a structure are ignored, and those that a more
    /// specific part makes needless. If several parts remain, all of them apply.
    /// </summary>
    /// <param name="owner">The schema that has the member.</param>
    public JsonSchema Merge(Member member, JsonSchema owner)
    {
        if (member.Schemas.Count == 1)
        {
            return member.Schemas[0];
        }

        HashSet<JsonSchemaProperty> needless = [.. member.Certain.Except(_unspecific.Without(member.Certain))];
        JsonSchemaProperty[] distinct = Distinct(member.Schemas
            .Where(schema => !needless.Contains(schema) && SchemaFacts.IsStructural(schema))
            .GroupBy(static schema => SchemaFacts.Follow(schema))
            .Select(static group => group.First()));
        if (distinct.Length <= 1)
        {
            return distinct.FirstOrDefault() ?? member.Schemas[0];
        }

        bool isList = distinct.All(schema => member.Certain.Contains(schema) && _tokens.Of(schema) == JsonTokens.Array);
        if (!isList && !distinct.All(ObjectSchemas.AreObjects))
        {
            // Alternatives give the member different types. An enum or constant beside its plain type is the plain type;
            // otherwise the first type is used.
            return distinct.FirstOrDefault(static schema => SchemaFacts.Follow(schema).Enumeration.Count == 0) ?? AllValues(distinct);
        }

        return Together(distinct, owner);
    }

    /// <summary>Returns each distinct schema once, preferably one with a name.</summary>
    private JsonSchemaProperty[] Distinct(IEnumerable<JsonSchemaProperty> schemas)
    {
        List<JsonSchemaProperty> kept = [];
        foreach (JsonSchemaProperty schema in schemas)
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

    private JsonSchema Together(JsonSchemaProperty[] parts, JsonSchema owner)
    {
        string key = KeyOf(parts);
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
            diagnostics.Add(Descriptors.SchemaDegraded, index.LocationOf(parts[0]), "The parts that describe this member contain too many nested parts");
            return implied.AnyAt(parts[0]);
        }

        JsonSchema merged = implied.AllOf(parts);
        _merged[merged] = new Merged(merged, key, owner);
        return merged;
    }

    private Merged? MergedOf(JsonSchema schema) => _merged.TryGetValue(schema, out Merged? merged) ? merged : null;

    /// <summary>Returns a key that is equal for the same parts in any order.</summary>
    private string KeyOf(JsonSchemaProperty[] parts) =>
        string.Join(",", parts.Select(static part => SchemaFacts.Follow(part)).Select(IdOf).OrderBy(static id => id).Select(static id => id.Invariant()));

    private int IdOf(JsonSchema schema)
    {
        if (!_ids.TryGetValue(schema, out int id))
        {
            _ids[schema] = id = _ids.Count;
        }

        return id;
    }

    /// <summary>Returns an enum of all values, for constants that differ between alternatives (<c>type: a</c>, <c>type: b</c>).</summary>
    private JsonSchema AllValues(JsonSchemaProperty[] parts) => implied.Enum(
        parts.SelectMany(static part => SchemaFacts.Follow(part).Enumeration).Distinct(),
        like: SchemaFacts.Follow(parts[0]),
        place: parts[0]);

    /// <param name="Key">The key of the combined parts.</param>
    /// <param name="Owner">The schema that has the member, which may be combined itself.</param>
    private sealed record Merged(JsonSchema Schema, string Key, JsonSchema Owner);
}
