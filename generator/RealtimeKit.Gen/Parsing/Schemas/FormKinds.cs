using NJsonSchema;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// What a form says in the discriminators of the bases that its record extends. A form is a type of its own and extends
/// nothing, and no other type of the family need exist for it.
/// </summary>
internal sealed class FormKinds(Family family, DiscriminatorValues discriminators, SchemaIndex index)
{
    /// <param name="form">The schema of the form.</param>
    /// <returns>The values that the document gives, for each discriminator; the first is what is sent.</returns>
    public IEnumerable<(string Property, IReadOnlyList<string> Values)> Of(JsonSchema form)
    {
        JsonSchema record = SchemaFacts.Meant(form, index);
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

    /// <summary>What extends a record and has no name of its own is that record, with more members.</summary>
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

    /// <summary>The record that the base's discriminator names: below a level with another discriminator it is that level.</summary>
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
