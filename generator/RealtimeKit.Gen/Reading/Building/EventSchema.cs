using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>
/// Finds the schema of the data in server-sent events that are described as objects of their fields: <c>event</c>, <c>id</c> and
/// <c>data</c> in an <c>itemSchema</c> (OpenAPI 3.2), or <c>data</c>, <c>eventType</c> and <c>eventId</c> as ASP.NET Core
/// describes its <c>SseItem</c>. A client returns the data.
/// </summary>
internal sealed class EventSchema(SpecReferences references)
{
    private const int Deepest = 16;

    private static readonly HashSet<string> _serverFields = new(StringComparer.Ordinal) { "data", "eventtype", "eventid", "reconnectioninterval" };

    /// <summary>Returns the schema of the data, or of the item itself if it does not describe an event.</summary>
    /// <param name="hasDataByType">Whether events of several types, each with a constant <c>event</c>, have data of different schemas.</param>
    public SpecNode DataOf(SpecNode item, out bool hasDataByType)
    {
        List<SpecNode> data = [];
        HashSet<SpecMapping> events = [];
        Collect(item, data, events, depth: 0);
        hasDataByType = data.Select(references.Follow).Distinct().Skip(1).Any() && events.Any(HasConstantType);
        if (ServerDataOf(item) is { } own)
        {
            return own;
        }

        SpecNode[] distinct = data.Distinct().ToArray();
        return distinct.Length == 0 ? item : distinct.Length == 1 ? distinct[0] : item.Mapping(("anyOf", item.Sequence(distinct)));
    }

    /// <summary>Returns the schema of the data if the schema describes one of ASP.NET Core's items or a list of them, or null.</summary>
    public SpecNode? ServerDataOfWhole(SpecNode whole) =>
        ServerDataOf(references.Follow(whole).AsMapping()?["items"] ?? whole);

    private SpecNode? ServerDataOf(SpecNode item)
    {
        if (references.Follow(item).AsMapping()?["properties"].AsMapping() is not { } properties)
        {
            return null;
        }

        // A server may use any naming policy. The events always have the standard field names.
        ILookup<string, SpecNode> fields = properties.Entries.ToLookup(
            static property => property.Key.Replace("_", "").ToLowerInvariant(),
            static property => property.Value,
            StringComparer.Ordinal);
        bool isItem = fields.Contains("eventtype") && fields.Contains("eventid") && fields.All(static field => _serverFields.Contains(field.Key));
        return isItem ? fields["data"].FirstOrDefault() : null;
    }

    private bool HasConstantType(SpecMapping schema) =>
        schema["properties"].AsMapping()?["event"] is { } given
        && references.Follow(given).AsMapping() is { } type
        && (type["const"] is not null || type["enum"] is not null);

    private void Collect(SpecNode item, List<SpecNode> data, HashSet<SpecMapping> seen, int depth)
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
