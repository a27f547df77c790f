using NJsonSchema;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds the discriminator values that a form sends for the bases of its record. A form is a separate type without a base, and no
/// other type of the family needs to exist.
/// </summary>
internal sealed class FormKinds(Family family, DiscriminatorValues discriminators, SchemaIndex index)
{
    /// <param name="form">The schema of the form.</param>
    /// <returns>The values for each discriminator. The first one is sent.</returns>
    public IEnumerable<(string Property, IReadOnlyList<string> Values)> Of(JsonSchema form)
    {
        JsonSchema record = MeantSchemas.Meant(form, index);
        if (SchemaFacts.IsPolymorphic(record, index) && discriminators.SentOf(record.DiscriminatorObject!, record) is { } own)
        {
            yield return (record.DiscriminatorObject!.PropertyName ?? "", [own]);
        }

        for (JsonSchema? based = family.ParentOf(record); based is not null; based = family.ParentOf(based))
        {
            if (SchemaFacts.IsPolymorphic(based, index) && based.DiscriminatorObject is { PropertyName.Length: > 0 } discriminator
                && Values(discriminator, Decided(record, based), based) is { Count: > 0 } values)
            {
                yield return (discriminator.PropertyName, values);
            }
        }
    }

    /// <summary>Returns the record that an unnamed schema extends.</summary>
    private IReadOnlyList<string> Values(OpenApiDiscriminator discriminator, JsonSchema record, JsonSchema based)
    {
        IReadOnlyList<string> values = discriminators.OfDerived(discriminator, record);
        for (JsonSchema? level = family.ParentOf(record); values.Count == 0
            && level is not null
            && !ReferenceEquals(level, based); level = family.ParentOf(level))
        {
            values = discriminators.OfDerived(discriminator, level);
        }

        return values;
    }

    /// <summary>
    /// Returns the record that the base's discriminator names. Below a level with another discriminator, that level is named.
    /// </summary>
    private JsonSchema Decided(JsonSchema record, JsonSchema based)
    {
        JsonSchema decided = record;
        for (JsonSchema? level = family.ParentOf(record); level is not null && !ReferenceEquals(level, based); level = family.ParentOf(level))
        {
            decided = family.HolderOf(level)?.DiscriminatorObject?.PropertyName == based.DiscriminatorObject?.PropertyName ? decided : level;
        }

        return decided;
    }
}
