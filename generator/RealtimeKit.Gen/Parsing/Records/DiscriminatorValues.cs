using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds the discriminator values of a case: the mapped values, else the constants of its property, else its name. In documents
/// without a mapping, the constants are meant more often than the names.
/// </summary>
internal sealed class DiscriminatorValues(SchemaIndex index, MemberCollector collector)
{
    private readonly Constants _constants = new(index, collector);

    /// <summary>The mapped values of each discriminator by case, because thousands of cases may be looked up.</summary>
    private readonly Dictionary<OpenApiDiscriminator, ILookup<JsonSchema, string>> _mapped = [];

    /// <summary>Returns the values of a union's case. Several cases may share a value.</summary>
    public IReadOnlyList<string> OfCase(OpenApiDiscriminator discriminator, JsonSchema schema)
    {
        JsonSchema @case = MeantSchemas.Meant(schema, index);
        if (Given(discriminator, @case) is { Count: > 0 } given)
        {
            return given;
        }

        IReadOnlyList<string> constants = _constants.Of(@case, discriminator.PropertyName ?? "");
        return Named(@case, constants) is { Count: > 0 } named ? named : constants;
    }

    /// <summary>Returns whether the document gives the case a value, or the case describes the property.</summary>
    public bool Describes(OpenApiDiscriminator discriminator, JsonSchema schema)
    {
        JsonSchema @case = MeantSchemas.Meant(schema, index);
        return Given(discriminator, @case).Count > 0 || collector.MemberOf(@case, discriminator.PropertyName ?? "") is not null;
    }

    /// <summary>Returns whether the schema is the case for an unknown discriminator value.</summary>
    public bool IsDefault(OpenApiDiscriminator discriminator, JsonSchema schema) =>
        index.DefaultOf(discriminator) is { } @default && ReferenceEquals(SchemaFacts.Follow(@default), MeantSchemas.Meant(schema, index));

    /// <summary>
    /// Returns the values of a record that extends the discriminator's record. The record may list the values of all records.
    /// </summary>
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
    /// Returns the value that the record with the discriminator sends, or null. If other records have values and this one has
    /// none, the record is abstract, or is sent without a discriminator.
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

    /// <summary>Returns the case's name if nothing else is specified, or the constants that differ from the name only in case.</summary>
    private IReadOnlyList<string> Named(JsonSchema @case, IReadOnlyList<string> constants) => index.OriginOf(@case)?.Name is not { } name ? []
        : constants.Count == 0 ? [name]
        : constants.Where(constant => string.Equals(constant, name, StringComparison.OrdinalIgnoreCase)).ToArray();
}
