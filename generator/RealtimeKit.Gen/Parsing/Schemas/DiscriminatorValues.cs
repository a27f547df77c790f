using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// What a discriminator says for one of its cases: the mapped values, else what the case itself allows its property to
/// be, else the case's name. Documents that leave the mapping out mean their constants more often than their names.
/// </summary>
internal sealed class DiscriminatorValues(SchemaIndex index, MemberCollector collector)
{
    private readonly Constants _constants = new(index, collector);

    /// <summary>The mapped values by the case that they mean, of each discriminator: thousands of cases ask.</summary>
    private readonly Dictionary<OpenApiDiscriminator, ILookup<JsonSchema, string>> _mapped = [];

    /// <summary>Of a case of a union; several cases may have one value in common.</summary>
    public IReadOnlyList<string> OfCase(OpenApiDiscriminator discriminator, JsonSchema schema)
    {
        JsonSchema @case = SchemaFacts.Meant(schema, index);
        if (Given(discriminator, @case) is { Count: > 0 } given)
        {
            return given;
        }

        IReadOnlyList<string> constants = _constants.Of(@case, discriminator.PropertyName ?? "");
        return Named(@case, constants) is { Count: > 0 } named ? named : constants;
    }

    /// <summary>Whether the document gives the case a value, or the case describes the property.</summary>
    public bool Describes(OpenApiDiscriminator discriminator, JsonSchema schema)
    {
        JsonSchema @case = SchemaFacts.Meant(schema, index);
        return Given(discriminator, @case).Count > 0 || collector.Collect(@case).ByName.ContainsKey(discriminator.PropertyName ?? "");
    }

    /// <summary>Whether the discriminator means that schema where it says nothing that is known.</summary>
    public bool IsDefault(OpenApiDiscriminator discriminator, JsonSchema schema) =>
        index.DefaultOf(discriminator) is { } @default && ReferenceEquals(SchemaFacts.Follow(@default), SchemaFacts.Meant(schema, index));

    /// <summary>Of a record that extends the discriminator's own, which may enumerate what all of them say.</summary>
    public IReadOnlyList<string> OfDerived(OpenApiDiscriminator discriminator, JsonSchema derived)
    {
        if (Given(discriminator, derived) is { Count: > 0 } given)
        {
            return given;
        }

        IReadOnlyList<string> constants = _constants.Of(derived, discriminator.PropertyName ?? "");
        return constants.Count == 1 ? constants
            : Named(derived, constants) is { Count: > 0 } named ? named
            : index.OriginOf(derived)?.Name is { } name ? [name]
            : [];
    }

    /// <summary>
    /// What is sent of the record that has the discriminator: a value that the document gives it. Where others have values
    /// and it has none, servers know no value for it: the record is abstract, or is sent without one.
    /// </summary>
    public string? SentOf(OpenApiDiscriminator discriminator, JsonSchema schema)
    {
        IReadOnlyList<string> given = Given(discriminator, schema);
        IReadOnlyList<string> constants = _constants.Of(schema, discriminator.PropertyName ?? "");
        return given.Count > 0 ? given[0]
            : schema.IsAbstract() ? null
            : constants.Count == 1 ? constants[0]
            : discriminator.Mapping.Count > 0 ? null
            : OfDerived(discriminator, schema).FirstOrDefault();
    }

    /// <summary>
    /// The property whose constants tell all the cases apart, though nobody calls it a discriminator; null for none. One
    /// value for each case, or union within: a property of several values may get another one without being another case.
    /// </summary>
    public OpenApiDiscriminator? Infer(IReadOnlyList<JsonSchema> cases)
    {
        if (cases.Count < 2)
        {
            return null;
        }

        IEnumerable<Member> candidates = collector.Collect(SchemaFacts.Meant(cases[0], index)).ByName.Values
            .Where(static member => member.Schemas.Any(static schema => SchemaFacts.Follow(schema).Enumeration.Count > 0));
        foreach (Member member in candidates.OrderByDescending(static member => member.IsRequired))
        {
            HashSet<string> known = new(StringComparer.Ordinal);
            if (cases.All(@case => _constants.Of(@case, member.WireName) is { Count: > 0 } constants
                && (constants.Count == 1 || IsUnion(@case))
                && constants.All(known.Add)))
            {
                return new OpenApiDiscriminator { PropertyName = member.WireName };
            }
        }

        return null;
    }

    private bool IsUnion(JsonSchema @case) => SchemaFacts.Branches(SchemaFacts.Meant(@case, index)).Count > 0;

    private IReadOnlyList<string> Given(OpenApiDiscriminator discriminator, JsonSchema @case)
    {
        if (!_mapped.TryGetValue(discriminator, out ILookup<JsonSchema, string>? byCase))
        {
            _mapped[discriminator] = byCase = discriminator.Mapping
                .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
                .ToLookup(static pair => SchemaFacts.Follow(pair.Value), static pair => pair.Key);
        }

        string[] mapped = byCase[@case].ToArray();
        return mapped.Length > 0 ? mapped
            : @case.TextExtension("x-ms-discriminator-value") is { } own ? [own]
            : [];
    }

    /// <summary>The case's name where nothing else is said, and what differs from it in capitals where that is.</summary>
    private IReadOnlyList<string> Named(JsonSchema @case, IReadOnlyList<string> constants) => index.OriginOf(@case)?.Name is not { } name ? []
        : constants.Count == 0 ? [name]
        : constants.Where(constant => string.Equals(constant, name, StringComparison.OrdinalIgnoreCase)).ToArray();
}
