using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>One member of a record before it has a type: all the schemas that describe it.</summary>
internal sealed class Member(string wireName)
{
    public string WireName { get; } = wireName;

    public List<JsonSchemaProperty> Schemas { get; } = [];

    /// <summary>Of these, those that every value fits: no mere alternative's.</summary>
    public List<JsonSchemaProperty> Certain { get; } = [];

    public bool IsRequired { get; set; }
}

/// <summary>What the parts of a composed schema say together.</summary>
internal sealed class Members
{
    public SortedDictionary<string, Member> ByName { get; } = new(StringComparer.Ordinal);

    public JsonSchema? AdditionalProperties { get; set; }

    /// <summary>The parts that list names of members as required.</summary>
    public List<JsonSchema> Requiring { get; } = [];

    /// <summary>Whether a part describes members that it does not name.</summary>
    public bool DescribesOthers { get; set; }

    /// <summary>The property that tells which record a value is, where a part names one.</summary>
    public HashSet<string> Discriminators { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// Gathers the members of a schema from itself and from the parts of its <c>allOf</c>, however deep; from the
/// alternatives of a <c>oneOf</c> or <c>anyOf</c> beside them as optional ones.
/// </summary>
internal sealed class MemberCollector(MapValueParser mapValues)
{
    /// <summary>Whether the schema, or a part that it is composed of, names a property.</summary>
    public static bool HasMembers(JsonSchema schema) => Parts(schema).Any(static part => part.Schema.Properties.Count > 0);

    /// <summary>The properties that the schema and its parts name.</summary>
    public static IEnumerable<JsonSchema> PropertiesOf(JsonSchema schema) => Parts(schema).SelectMany(static part => part.Schema.Properties.Values);

    /// <summary>The names of these; null where others may be described without being named.</summary>
    public static HashSet<string>? NamesOf(JsonSchema schema)
    {
        JsonSchema[] parts = Parts(schema).Select(static part => part.Schema).ToArray();
        return Array.Exists(parts, static part => part.AdditionalPropertiesSchema is not null || part.PatternProperties.Count > 0)
            ? null
            : new(parts.SelectMany(static part => part.Properties.Keys), StringComparer.Ordinal);
    }

    public Members Collect(JsonSchema schema)
    {
        Members members = new();
        HashSet<string> required = new(StringComparer.Ordinal);
        foreach ((JsonSchema part, bool isOptional) in Parts(schema))
        {
            foreach (KeyValuePair<string, JsonSchemaProperty> property in part.Properties)
            {
                if (!members.ByName.TryGetValue(property.Key, out Member? member))
                {
                    members.ByName[property.Key] = member = new Member(property.Key);
                }

                member.Schemas.Add(property.Value);
                if (!isOptional)
                {
                    member.Certain.Add(property.Value);
                }
            }

            members.AdditionalProperties ??= mapValues.Parse(part);
            Note(part, members);
            if (!isOptional)
            {
                required.UnionWith(part.RequiredProperties);
            }
        }

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

    /// <summary>Whether the whole is one of a part's alternatives: then the others describe what it is not.</summary>
    private static bool IsCaseOf(JsonSchema schema, IReadOnlyList<JsonSchema> branches) =>
        branches.Any(branch => ReferenceEquals(SchemaFacts.Follow(branch), schema));

    /// <summary>The schema and all that it is composed of, each once, in the document's order.</summary>
    private static IEnumerable<(JsonSchema Schema, bool IsOptional)> Parts(JsonSchema schema)
    {
        HashSet<JsonSchema> visited = [];
        Stack<(JsonSchema Schema, bool IsOptional)> open = new([(schema, false)]);
        while (open.Count > 0)
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
