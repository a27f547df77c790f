using NJsonSchema;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

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
        foreach ((JsonSchema part, JsonSchema? alternative) in Parts(schema))
        {
            if (part.Properties.TryGetValue(wireName, out JsonSchemaProperty? property))
            {
                member ??= new Member(wireName, place: 0);
                member.Add(property, part, alternative);
            }
        }

        return member;
    }

    public Members Collect(JsonSchema schema)
    {
        Members members = new();
        HashSet<string> required = new(StringComparer.Ordinal);
        UndeclaredMembers undeclared = new(combined);
        foreach ((JsonSchema part, JsonSchema? alternative) in Parts(schema))
        {
            foreach (KeyValuePair<string, JsonSchemaProperty> property in part.Properties)
            {
                steps.Take(schema);
                if (!members.ByName.TryGetValue(property.Key, out Member? member))
                {
                    members.ByName[property.Key] = member = new Member(property.Key, members.ByName.Count);
                }

                member.Add(property.Value, part, alternative);
            }

            undeclared.Add(part, mapValues.Parse(part), alternative);
            Note(part, members);
            if (alternative is null)
            {
                required.UnionWith(part.RequiredProperties);
            }
        }

        members.AdditionalProperties = undeclared.Combine();
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

    /// <summary>Returns the schema and all its parts, each once, in the order of the document, with the alternative that contains each.</summary>
    private IEnumerable<(JsonSchema Schema, JsonSchema? Alternative)> Parts(JsonSchema schema) =>
        SchemaFacts.HasParts(schema) ? AllParts(schema) : [(schema, null)];

    private IEnumerable<(JsonSchema Schema, JsonSchema? Alternative)> AllParts(JsonSchema schema)
    {
        HashSet<JsonSchema> visited = [];
        Stack<(JsonSchema Schema, JsonSchema? Alternative)> open = new([(schema, null)]);
        while (open.Count > 0 && steps.Take(schema))
        {
            (JsonSchema part, JsonSchema? alternative) = open.Pop();
            if (!visited.Add(part))
            {
                continue;
            }

            yield return (part, alternative);

            foreach (JsonSchema inner in part.AllOf.Reverse())
            {
                open.Push((SchemaFacts.Follow(inner), alternative));
            }

            IReadOnlyList<JsonSchema> branches = SchemaFacts.AllBranches(part);
            if (ReferenceEquals(part, schema) || !IsCaseOf(schema, branches))
            {
                foreach (JsonSchema branch in branches.Reverse())
                {
                    JsonSchema actual = SchemaFacts.Follow(branch);
                    open.Push((actual, actual));
                }
            }
        }
    }
}
