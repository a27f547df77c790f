using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading;

/// <summary>
/// The schema of the data within server-sent events that are described as objects of <c>event</c>, <c>id</c> and
/// <c>data</c> (OpenAPI 3.2): the data is what a client hands over.
/// </summary>
internal sealed class EventSchema(SpecReferences references, DiagnosticBag diagnostics)
{
    private const int Deepest = 16;

    /// <summary>The schema of the data; that of the item itself where it does not describe an event.</summary>
    public SpecNode DataOf(SpecNode item)
    {
        List<SpecNode> data = [];
        Collect(item, data, [], depth: 0);
        if (data.Count == 0)
        {
            return item;
        }

        diagnostics.Add(Descriptors.KeywordIgnored, item.Location, "itemSchema", "an event hands over its data; its name and id are not told");
        SpecNode[] distinct = data.Distinct().ToArray();
        return distinct.Length == 1 ? distinct[0] : item.Mapping(("anyOf", item.Sequence(distinct)));
    }

    private void Collect(SpecNode item, List<SpecNode> data, HashSet<SpecNode> seen, int depth)
    {
        if (depth > Deepest || references.Follow(item) is not SpecMapping schema || !seen.Add(schema))
        {
            return;
        }

        if (schema["properties"].AsMapping()?["data"] is { } own)
        {
            data.Add(references.Follow(own).AsMapping()?["contentSchema"] ?? own);
        }

        foreach (string keyword in new[] { "oneOf", "anyOf", "allOf" })
        {
            foreach (SpecNode branch in schema[keyword].AsSequence()?.Items ?? [])
            {
                Collect(branch, data, seen, depth + 1);
            }
        }
    }
}
