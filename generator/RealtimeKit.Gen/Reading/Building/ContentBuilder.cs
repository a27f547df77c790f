using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Building.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Fills the media types of a request or response body.</summary>
internal sealed class ContentBuilder(LocationRegister locations, SchemaBuilder schemas, SpecReferences references, DiagnosticBag diagnostics)
{
    private const string Events = "text/event-stream";

    private readonly EncodingBuilder _encodings = new(locations, diagnostics);

    public OpenApiRequestBody BuildBody(SpecMapping node)
    {
        OpenApiRequestBody body = new() { Description = node["description"].AsText(), IsRequired = node["required"].IsTrue() };
        locations.Add(body, node.Location);
        Build(body.Content, node, static (mediaType, _) => mediaType, IsForm);
        foreach (SpecEntry entry in node["content"].AsMapping()?.Entries ?? [])
        {
            if (references.Follow(entry.Value) is SpecMapping media && media["itemSchema"] is not null)
            {
                const string Why = "the caller writes the items, or the parts with a boundary, to a stream";
                diagnostics.Add(Descriptors.KeywordIgnored, media.KeyLocation("itemSchema"), "itemSchema", Why);
            }
        }

        return body;
    }

    public void BuildResponse(OpenApiResponse response, SpecMapping node) =>
        Build(response.Content, node, SentAs, static _ => false);

    private static bool IsForm(string mediaType) =>
        mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
        || mediaType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
        || mediaType.StartsWith("*/", StringComparison.Ordinal);

    /// <param name="hasFields">Returns whether the fields of a media type have encodings.</param>
    private void Build(
        IDictionary<string, OpenApiMediaType> content, SpecMapping node, Func<string, SpecMapping, string> sentAs, Func<string, bool> hasFields)
    {
        // The order of a mapping has no meaning, so it must not decide which media type comes first.
        foreach (SpecEntry entry in node["content"]
            .AsMapping()?.Entries
            .OrderBy(static entry => entry.Key, StringComparer.Ordinal) ?? Enumerable
            .Empty<SpecEntry>())
        {
            if (references.Follow(entry.Value) is not SpecMapping media)
            {
                continue;
            }

            OpenApiMediaType built = media["itemSchema"] is null ? new OpenApiMediaType() : new ItemsMediaType();
            string mediaType = sentAs(entry.Key, media);
            if (SchemaOf(mediaType, media) is { } schema)
            {
                built.Schema = schemas.Build(schema);
            }

            if (media["encoding"] is SpecMapping { Entries.Count: > 0 } && !hasFields(entry.Key))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, media.KeyLocation("encoding"), "encoding", "only the fields of a form that is sent have encodings");
            }

            _encodings.Build(built, media);
            content[mediaType] = built;
        }
    }

    /// <summary>
    /// Returns the media type that is sent. NSwag describes every response of a minimal API as JSON, but ASP.NET Core sends the
    /// items of an event stream as events. The writer for Spring describes a response without a media type as any content, and Spring
    /// sends its events only as events.
    /// </summary>
    private string SentAs(string mediaType, SpecMapping media)
    {
        EventSchema events = new(references);
        bool isEvents = media["schema"] is { } schema && mediaType switch
        {
            "application/json" => events.ServerDataOfWhole(schema) is not null,
            "*/*" => events.IsWholeEvent(schema),
            _ => false,
        };
        return isEvents ? Events : mediaType;
    }

    /// <summary>Returns the schema of the body, or of an item if the body is a sequence of items.</summary>
    private SpecNode? SchemaOf(string mediaType, SpecMapping media)
    {
        bool isEvents = mediaType.StartsWith(Events, StringComparison.OrdinalIgnoreCase);
        EventSchema events = new(references);
        if (media["itemSchema"] is { } item)
        {
            if (mediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            {
                // The parts have no names, so they are not the fields of a form.
                return item.Mapping(("type", item.Text("string")), ("format", item.Text("binary")));
            }

            if (!isEvents)
            {
                return AsItem(item);
            }

            SpecNode content = events.DataOf(item, out bool hasDataByType);
            ReportTypes(media, "itemSchema", hasDataByType);
            return AsItem(content);
        }

        if (!isEvents || media["schema"] is not { } whole || events.DataOfWhole(whole, out bool isByType) is not { } data)
        {
            return media["schema"];
        }

        ReportTypes(media, "schema", isByType);
        return AsItem(data);
    }

    private void ReportTypes(SpecMapping media, string keyword, bool hasDataByType)
    {
        if (hasDataByType)
        {
            const string Why = "data is read as the first alternative that it fits; the streaming method of events gives the type of each";
            diagnostics.Add(Descriptors.KeywordIgnored, media.KeyLocation(keyword), "event", Why);
        }
    }

    /// <summary>Returns the schema of an item. An item that is a list must not be mistaken for the list of all items.</summary>
    private SpecNode AsItem(SpecNode item) => references.Follow(item).AsMapping()?["type"].AsText() == "array"
        ? item.Mapping(("type", item.Text("array")), ("items", item))
        : item;
}
