using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>
/// Finds the schema of the data in server-sent events that are described as objects of their fields: <c>event</c>, <c>id</c> and
/// <c>data</c> in an <c>itemSchema</c> (OpenAPI 3.2), <c>data</c>, <c>eventType</c> and <c>eventId</c> as ASP.NET Core
/// describes its <c>SseItem</c>, or <c>data</c> and <c>retry</c> in a <c>schema</c>, as Huma and Spring describe events. A client
/// returns the data.
/// </summary>
/// <remarks>
/// Many APIs send JSON with <c>event</c>, <c>id</c> and <c>data</c> as the data of an event. So these do not suffice in a <c>schema</c>.
/// </remarks>
internal sealed class EventSchema(SpecReferences references)
{
    private const int Deepest = 16;

    private static readonly string[] _compositions = ["oneOf", "anyOf", "allOf"];

    /// <summary>The fields of an event in the standard, and its comment.</summary>
    private static readonly HashSet<string> _fields = new(StringComparer.Ordinal) { "data", "event", "id", "retry", "comment" };

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
    public SpecNode? ServerDataOfWhole(SpecNode whole) => ServerDataOf(ItemOf(whole));

    /// <summary>Returns the schema of the data if the schema of a whole body describes an event or a list of events, or null.</summary>
    public SpecNode? DataOfWhole(SpecNode whole, out bool hasDataByType)
    {
        SpecNode item = ItemOf(whole);
        hasDataByType = false;
        return ServerDataOf(item) ?? (IsEvent(item, isWhole: false, depth: 0) ? DataOf(item, out hasDataByType) : null);
    }

    /// <summary>Returns whether a schema describes an event, or a list of events, with all fields and a comment, as that of Spring.</summary>
    public bool IsWholeEvent(SpecNode whole) => IsEvent(ItemOf(whole), isWhole: true, depth: 0);

    private SpecNode ItemOf(SpecNode whole) => references.Follow(whole).AsMapping()?["items"] ?? whole;

    /// <param name="isWhole">Whether every field must be described, and not only the data and the time that no other object has.</param>
    private bool IsEvent(SpecNode item, bool isWhole, int depth)
    {
        if (depth > Deepest || references.Follow(item) is not SpecMapping schema)
        {
            return false;
        }

        SpecNode[] parts = _compositions.SelectMany(keyword => schema[keyword].AsSequence()?.Items ?? []).ToArray();
        return schema["properties"].AsMapping() is { } properties
            ? parts.Length == 0
                && properties["data"] is not null
                && properties["retry"] is not null
                && properties.Entries.All(static property => _fields.Contains(property.Key))
                && (!isWhole || properties.Entries.Count == _fields.Count)
            : parts.Length > 0 && Array.TrueForAll(parts, part => IsEvent(part, isWhole, depth + 1));
    }

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

        foreach (string keyword in _compositions)
        {
            foreach (SpecNode branch in schema[keyword].AsSequence()?.Items ?? [])
            {
                Collect(branch, data, seen, depth + 1);
            }
        }
    }
}
