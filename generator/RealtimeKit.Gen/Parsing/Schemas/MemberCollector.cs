using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>One member of a record, with all schemas that describe it.</summary>
internal sealed class Member(string wireName, int place)
{
    public string WireName { get; } = wireName;

    /// <summary>Gets the position among the members, in the order of the document.</summary>
    public int Place { get; } = place;

    public List<JsonSchemaProperty> Schemas { get; } = [];

    /// <summary>Gets the schemas that every value matches, without those of alternatives.</summary>
    public List<JsonSchemaProperty> Certain { get; } = [];

    public bool IsRequired { get; set; }

    /// <summary>Gets the parts that contain the schemas, one for each.</summary>
    private List<JsonSchema> Parts { get; } = [];

    /// <param name="part">The part that contains the schema.</param>
    public void Add(JsonSchemaProperty schema, JsonSchema part, bool isOptional)
    {
        Schemas.Add(schema);
        Parts.Add(part);
        if (!isOptional)
        {
            Certain.Add(schema);
        }
    }

    /// <summary>Returns the part that contains one of the schemas, or null for any other schema.</summary>
    public JsonSchema? PartOf(JsonSchema schema) => Schemas.FindIndex(own => ReferenceEquals(own, schema)) is >= 0 and var at ? Parts[at] : null;
}

/// <summary>The members of a composed schema.</summary>
internal sealed class Members
{
    /// <summary>Gets the members in the order of their names, so that no decision depends on the order of the document.</summary>
    public SortedDictionary<string, Member> ByName { get; } = new(StringComparer.Ordinal);

    public JsonSchema? AdditionalProperties { get; set; }

    /// <summary>Gets the parts that list required members.</summary>
    public List<JsonSchema> Requiring { get; } = [];

    /// <summary>Gets whether a part describes members without naming them.</summary>
    public bool DescribesOthers { get; set; }

    /// <summary>Gets the discriminator properties of the parts.</summary>
    public HashSet<string> Discriminators { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// Collects the members of a schema and of the parts of its <c>allOf</c> at any depth. Members of <c>oneOf</c> and <c>anyOf</c>
/// alternatives are optional.
/// </summary>
internal sealed class MemberCollector(MapValueParser mapValues, CombinedSchemas combined, PartSteps steps)
{
    /// <summary>Returns whether the schema or one of its parts names a property.</summary>
    public bool HasMembers(JsonSchema schema) => Parts(schema).Any(static part => part.Schema.Properties.Count > 0);

    /// <summary>Returns the properties that the schema and its parts name.</summary>
    public IEnumerable<JsonSchema> PropertiesOf(JsonSchema schema) => Parts(schema).SelectMany(static part => part.Schema.Properties.Values);

    /// <summary>Returns the schema and all its parts, each once.</summary>
    public IEnumerable<JsonSchema> SchemasOf(JsonSchema schema) => Parts(schema).Select(static part => part.Schema);

    /// <summary>Returns the names of the properties, or null if unnamed properties may exist.</summary>
    public HashSet<string>? NamesOf(JsonSchema schema)
    {
        JsonSchema[] parts = SchemasOf(schema).ToArray();
        return Array.Exists(parts, static part => part.AdditionalPropertiesSchema is not null || part.PatternProperties.Count > 0)
            ? null
            : new(parts.SelectMany(static part => part.Properties.Keys), StringComparer.Ordinal);
    }

    /// <summary>Returns one member of the schema, or null. It is found without the others.</summary>
    public Member? MemberOf(JsonSchema schema, string wireName)
    {
        Member? member = null;
        foreach ((JsonSchema part, bool isOptional) in Parts(schema))
        {
            if (part.Properties.TryGetValue(wireName, out JsonSchemaProperty? property))
            {
                member ??= new Member(wireName, place: 0);
                member.Add(property, part, isOptional);
            }
        }

        return member;
    }

    public Members Collect(JsonSchema schema)
    {
        Members members = new();
        HashSet<string> required = new(StringComparer.Ordinal);
        List<JsonSchema> values = [];
        JsonSchema? ofAlternative = null;
        foreach ((JsonSchema part, bool isOptional) in Parts(schema))
        {
            foreach (KeyValuePair<string, JsonSchemaProperty> property in part.Properties)
            {
                steps.Take(schema);
                if (!members.ByName.TryGetValue(property.Key, out Member? member))
                {
                    members.ByName[property.Key] = member = new Member(property.Key, members.ByName.Count);
                }

                member.Add(property.Value, part, isOptional);
            }

            JsonSchema? value = mapValues.Parse(part);
            if (isOptional)
            {
                ofAlternative ??= value;
            }
            else if (value is not null)
            {
                values.Add(value);
            }

            Note(part, members);
            if (!isOptional)
            {
                required.UnionWith(part.RequiredProperties);
            }
        }

        members.AdditionalProperties = values.Count < 2 ? values.FirstOrDefault() ?? ofAlternative : combined.Combine(values) ?? values[0];
        foreach (Member member in members.ByName.Values)
        {
            member.IsRequired = required.Contains(member.WireName);
        }

        return members;
    }

    private static void Note(JsonSchema part, Members members)
    {
        members.DescribesOthers |= part.AdditionalPropertiesSchema is not null || part.PatternProperties.Count > 0;
        if (part.RequiredProperties.Count > 0)
        {
            members.Requiring.Add(part);
        }

        if (part.DiscriminatorObject?.PropertyName is { } discriminator)
        {
            members.Discriminators.Add(discriminator);
        }
    }

    /// <summary>
    /// Returns whether the schema is one of the alternatives of its part. The other alternatives then describe other types.
    /// </summary>
    private static bool IsCaseOf(JsonSchema schema, IReadOnlyList<JsonSchema> branches) =>
        branches.Any(branch => ReferenceEquals(SchemaFacts.Follow(branch), schema));

    /// <summary>Returns the schema and all its parts, each once, in the order of the document.</summary>
    private IEnumerable<(JsonSchema Schema, bool IsOptional)> Parts(JsonSchema schema) =>
        SchemaFacts.HasParts(schema) ? AllParts(schema) : [(schema, false)];

    private IEnumerable<(JsonSchema Schema, bool IsOptional)> AllParts(JsonSchema schema)
    {
        HashSet<JsonSchema> visited = [];
        Stack<(JsonSchema Schema, bool IsOptional)> open = new([(schema, false)]);
        while (open.Count > 0 && steps.Take(schema))
        {
            (JsonSchema part, bool isOptional) = open.Pop();
            if (!visited.Add(part))
            {
                continue;
            }

            yield return (part, isOptional);

            foreach (JsonSchema inner in part.AllOf.Reverse())
            {
                open.Push((SchemaFacts.Follow(inner), isOptional));
            }

            IReadOnlyList<JsonSchema> branches = SchemaFacts.AllBranches(part);
            if (ReferenceEquals(part, schema) || !IsCaseOf(schema, branches))
            {
                foreach (JsonSchema branch in branches.Reverse())
                {
                    open.Push((SchemaFacts.Follow(branch), true));
                }
            }
        }
    }
}
