using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Finds faults of one object whose keys are all known: one that is missing, two of which only one has an effect, and media types
/// that do not exist.
/// </summary>
internal static class ObjectFaults
{
    public static IEnumerable<(SpecLocation Place, string Fault)> Of(ObjectKind kind, SpecMapping mapping, SpecDialect dialect)
    {
        if (mapping.Entries.Count == 0 || mapping["$ref"] is not null)
        {
            return [];
        }

        return (kind.Name, dialect) switch
        {
            (ObjectKinds.Root or ObjectKinds.Operation, SpecDialect.Swagger20) => OfLists(mapping),
            (ObjectKinds.Parameter or ObjectKinds.Header, SpecDialect.Swagger20) => OfSwaggerValue(mapping),
            (_, SpecDialect.Swagger20) => [],
            (ObjectKinds.RequestBody, _) => Missing(mapping, "content", "The request body").Concat(OfContent(mapping)),
            (ObjectKinds.Response, _) => OfContent(mapping),
            (ObjectKinds.Parameter or ObjectKinds.Header, _) => OfContent(mapping).Concat(OfValue(mapping)),
            (ObjectKinds.Server, _) => Missing(mapping, "url", "The server"),
            (ObjectKinds.Encoding, _) => OfEncoding(mapping),
            _ => [],
        };
    }

    private static IEnumerable<(SpecLocation, string)> Missing(SpecMapping mapping, string key, string what) =>
        mapping[key] is null ? [(mapping.Location, $"{what} has no '{key}'")] : [];

    /// <summary>Finds the faults of media types that are keys. No key is an extension here, also if it begins with <c>x-</c>.</summary>
    private static IEnumerable<(SpecLocation, string)> OfContent(SpecMapping mapping)
    {
        foreach (SpecEntry entry in mapping["content"].AsMapping()?.Entries ?? [])
        {
            if (OfMediaType(entry.Key) is { } fault)
            {
                yield return (((SpecMapping)mapping["content"]!).KeyLocation(entry), fault);
            }
        }
    }

    /// <summary>Finds the faults of the media types of Swagger 2.0.</summary>
    private static IEnumerable<(SpecLocation, string)> OfLists(SpecMapping mapping)
    {
        foreach (SpecNode item in new[] { "consumes", "produces" }.SelectMany(key => mapping[key].AsSequence()?.Items ?? []))
        {
            if (item.AsText() is { Length: > 0 } mediaType && OfMediaType(mediaType) is { } fault)
            {
                yield return (item.Location, fault);
            }
        }
    }

    private static string? OfSpelling(string mediaType) => MediaTypeName.IsWellFormed(mediaType)
        ? null
        : $"'{mediaType}' is not a media type{NearestName.MaybeMeant(MediaTypeName.Nearest(mediaType))}";

    private static string? OfMediaType(string mediaType) => OfSpelling(mediaType)
        ?? (MediaTypeName.FindMeant(mediaType) is { } meant
            ? $"'{mediaType}' is not a known media type{NearestName.MaybeMeant(meant)}, so the schema of its values has no effect"
            : null);

    /// <summary>Finds what has no effect on the value of a parameter or header: it has either a schema, or one media type.</summary>
    private static IEnumerable<(SpecLocation, string)> OfValue(SpecMapping mapping)
    {
        if (mapping["content"] is not SpecMapping { Entries.Count: > 0 } content)
        {
            yield break;
        }

        if (mapping["schema"] is not null)
        {
            yield return (mapping.KeyLocation("schema"), "'schema' has no effect beside 'content'");
        }

        SpecEntry[] media = content.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal).ToArray();
        foreach (SpecEntry other in media.Skip(1))
        {
            yield return (
                content.KeyLocation(other),
                $"'content' of a parameter or header has one media type, and '{other.Key}' is given beside '{media[0].Key}'");
        }
    }

    private static IEnumerable<(SpecLocation, string)> OfSwaggerValue(SpecMapping mapping)
    {
        bool isBody = mapping["in"].AsText() == "body";
        if (isBody && mapping["schema"] is null && mapping["type"] is not null)
        {
            yield return (mapping.KeyLocation("type"), "'type' has no effect in a body, which needs a 'schema'");
        }
        else if (!isBody && mapping["schema"] is not null && mapping["type"] is not null)
        {
            yield return (mapping.KeyLocation("schema"), "'schema' has no effect beside 'type'");
        }
    }

    private static IEnumerable<(SpecLocation, string)> OfEncoding(SpecMapping mapping)
    {
        foreach (string mediaType in (mapping["contentType"].AsText() ?? "").Split(',').Select(static type => type.Trim()))
        {
            if (mediaType.Length > 0 && OfSpelling(mediaType) is { } fault)
            {
                yield return (mapping["contentType"]!.Location, fault);
            }
        }

        if (mapping["style"].AsText() is { } style && !KnownValues.FieldStyles.Contains(style))
        {
            string meant = NearestName.MaybeMeant(NearestName.Find(style, KnownValues.FieldStyles));
            yield return (mapping["style"]!.Location, $"'{style}' is not a style of a field{meant}");
        }
    }
}
