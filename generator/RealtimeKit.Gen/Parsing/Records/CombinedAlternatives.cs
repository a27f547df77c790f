using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds an <c>anyOf</c> of objects and <c>{}</c>, whose values can have members of several objects or of none. Nothing tells the
/// objects apart: no member is required or constant, there is no discriminator, and no alternative excludes the members of another.
/// </summary>
internal static class CombinedAlternatives
{
    /// <summary>Returns whether the alternatives are one record with the members of all of them.</summary>
    public static bool AreOne(JsonSchema actual, IReadOnlyList<JsonSchema> branches, MemberCollector collector, SchemaIndex index)
    {
        if (actual.OneOf.Count > 0 || actual.DiscriminatorObject is not null)
        {
            return false;
        }

        JsonSchema[] meant = branches.Select(branch => MeantSchemas.Meant(branch, index)).ToArray();
        JsonSchema[] objects = Array.FindAll(meant, static one => !SchemaFacts.IsEmpty(one));
        if (objects.Length == meant.Length || objects.Distinct().Count() < 2 || objects.Contains(actual) || branches.Any(HasName))
        {
            return false;
        }

        Dictionary<string, JsonSchemaProperty> members = new(StringComparer.Ordinal);
        return Array.TrueForAll(objects, alternative => Add(members, alternative, collector, index));
    }

    /// <summary>Adds the members of an alternative. Returns false if the alternative cannot be combined with the others.</summary>
    private static bool Add(Dictionary<string, JsonSchemaProperty> members, JsonSchema alternative, MemberCollector collector, SchemaIndex index)
    {
        JsonSchema[] parts = collector.SchemasOf(alternative).ToArray();
        if (!collector.HasMembers(alternative) || !Array.TrueForAll(parts, IsOpen))
        {
            return false;
        }

        foreach (KeyValuePair<string, JsonSchemaProperty> member in parts.SelectMany(static part => part.Properties))
        {
            if (SingleValues.IsSingle(MeantSchemas.Meant(member.Value, index))
                || (members.TryGetValue(member.Key, out JsonSchemaProperty? known) && !SchemaSameness.AreSame(known, member.Value, index)))
            {
                return false;
            }

            members[member.Key] = member.Value;
        }

        return true;
    }

    /// <summary>Returns whether a part of an object requires nothing and excludes nothing.</summary>
    private static bool IsOpen(JsonSchema part) =>
        part.Type is JsonObjectType.None or JsonObjectType.Object
        && part.RequiredProperties.Count == 0
        && part.OneOf.Count == 0
        && part.AnyOf.Count == 0
        && part.Not is null
        && part.DiscriminatorObject is null
        && part.AllowAdditionalProperties
        && part.AdditionalPropertiesSchema is null
        && part.PatternProperties.Count == 0;

    /// <summary>Returns whether the author names an alternative, which is then a type.</summary>
    private static bool HasName(JsonSchema branch) => branch.GivenMemberName() is not null || SchemaFacts.Follow(branch).GivenTypeName() is not null;
}
