using NJsonSchema;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds the property whose constants distinguish the cases of a union although the document names no discriminator. Cases can share a
/// constant, or have none: then their members decide between them.
/// </summary>
internal sealed class InferredDiscriminators(SchemaIndex index, MemberCollector collector)
{
    private readonly Constants _constants = new(index, collector);

    /// <summary>The members of each case that have constants, because a component can be a case of many unions.</summary>
    private readonly Dictionary<JsonSchema, IReadOnlyList<(string Name, string Value, bool IsRequired)>> _members = [];

    /// <summary>Returns the property that leaves the fewest cases alike, or null if no property has different constants.</summary>
    public string? Find(IReadOnlyList<JsonSchema> cases)
    {
        if (cases.Count < 2)
        {
            return null;
        }

        List<(string Name, string Value, bool IsRequired)> all = [];
        foreach (JsonSchema @case in cases)
        {
            all.AddRange(MembersOf(@case).Where(_ => index.Steps.Take(@case)));
        }

        return all
            .GroupBy(static member => member.Name, StringComparer.Ordinal)
            .Select(member => (
                Name: member.Key,
                Sizes: member.GroupBy(static each => each.Value, StringComparer.Ordinal).Select(static same => same.Count()).ToArray(),
                Others: cases.Count - member.Count(),
                member.First().IsRequired))
            .Where(static member => member.Sizes.Length > 1)
            .OrderBy(static member => member.Sizes.Append(member.Others).Sum(static size => (long)size * (size - 1)))
            .ThenBy(static member => member.Others)
            .ThenByDescending(static member => member.IsRequired)
            .ThenBy(static member => member.Name, StringComparer.Ordinal)
            .FirstOrDefault()
            .Name;
    }

    /// <summary>Returns the values of a case. Only its constants tell all of them, an enum of several values does not.</summary>
    public (IReadOnlyList<string> Values, bool AreAll) ValuesOf(JsonSchema @case, string property)
    {
        IReadOnlyList<string> values = _constants.Of(MeantSchemas.Meant(@case, index), property);
        return (values, values.Count == 1 || (values.Count > 0 && IsUnion(@case)));
    }

    /// <summary>Returns the members of which a case, or each case of a nested union, has one value.</summary>
    private IReadOnlyList<(string Name, string Value, bool IsRequired)> MembersOf(JsonSchema @case)
    {
        JsonSchema meant = MeantSchemas.Meant(@case, index);
        if (!_members.TryGetValue(meant, out IReadOnlyList<(string Name, string Value, bool IsRequired)>? members))
        {
            _members[meant] = members = collector.Collect(meant).ByName.Values
                .Where(static member => member.Schemas.Any(static schema => Constants.EnumerationOf(schema).Count > 0))
                .Select(member => (Member: member, Found: ValuesOf(@case, member.WireName)))
                .Where(static pair => pair.Found.AreAll)
                .Select(static pair => (pair.Member.WireName, string.Join("\n", pair.Found.Values), pair.Member.IsRequired))
                .ToArray();
        }

        return members;
    }

    private bool IsUnion(JsonSchema @case) => SchemaFacts.Branches(MeantSchemas.Meant(@case, index)).Count > 0;
}
