using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Collects the links of responses, and reports links without a target.</summary>
internal sealed class LinkBuilder(DocumentParts parts, HashSet<string> operationIds, SpecReferences references, DiagnosticBag diagnostics)
{
    /// <summary>The most links that are compared with all operations.</summary>
    private const int MostHints = 50;

    private int _hints;

    public void Build(OpenApiOperation operation, string status, SpecMapping response)
    {
        foreach (SpecEntry entry in response["links"].AsMapping()?.Entries ?? [])
        {
            if (references.Follow(entry.Value) is SpecMapping link && TargetOf(entry.Key, link) is { } target)
            {
                LinkArgument[] arguments = link["parameters"]
                    .AsMapping()?.Entries
                    .Select(static argument => new LinkArgument(argument.Key, PlainValue.Of(argument.Value)))
                    .ToArray()
                    ?? [];
                LinkArgument? body = link["requestBody"] is { } sent ? new LinkArgument("", PlainValue.Of(sent)) : null;
                parts.Links.Add((operation, new DescribedLink(status, entry.Key, target, arguments, body, link["description"].AsText(), link)));
            }
        }
    }

    private string? TargetOf(string name, SpecMapping link)
    {
        (string? id, string? reference) = (link["operationId"].AsText(), link["operationRef"].AsText());
        if (id is not null && reference is not null)
        {
            Report(link.KeyLocation("operationRef"), $"The operationRef of the link '{name}' is not used, because the link has an operationId");
        }

        if (id is not null && !operationIds.Contains(id))
        {
            string? nearest = ++_hints > MostHints ? null : NearestName.Find(id, operationIds);
            Report(
                link["operationId"]!.Location,
                $"The link '{name}' refers to the operation '{id}', which the document does not have{NearestName.MaybeMeant(nearest)}");
            return null;
        }

        if (id is null && reference?.StartsWith("#/", StringComparison.Ordinal) == true && references.Peek(link, reference) is null)
        {
            Report(link["operationRef"]!.Location, $"The link '{name}' refers to '{reference}', which the document does not have");
            return null;
        }

        if (id is null && reference is null)
        {
            Report(link.Location, $"The link '{name}' has neither an operationId nor an operationRef, so it refers to no operation");
        }

        return id ?? reference;
    }

    private void Report(SpecLocation location, string message) => diagnostics.Add(Descriptors.PartInvalid, location, message);
}
