using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Building.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Fills the responses of an operation, and collects their headers and links.</summary>
internal sealed class ResponseBuilder(
    DocumentParts parts,
    SchemaBuilder schemas,
    ContentBuilder contents,
    LinkBuilder links,
    SpecReferences references,
    DiagnosticBag diagnostics)
{
    /// <param name="isIncoming">Whether the response is sent to the API.</param>
    public void Build(OpenApiOperation operation, SpecMapping responses, bool isIncoming)
    {
        foreach (SpecEntry entry in responses.Entries.Where(static entry => !entry.IsExtension))
        {
            if (references.Follow(entry.Value) is not SpecMapping node)
            {
                continue;
            }

            OpenApiResponse response = new() { Description = node["description"].AsText() };
            parts.Locations.Add(response, responses.KeyLocation(entry));
            contents.BuildResponse(response, node);
            operation.Responses[entry.Key] = response;
            if (!isIncoming)
            {
                BuildHeaders(node);
                links.Build(operation, entry.Key, node);
            }
        }
    }

    /// <summary>Reports what only a parameter can have. A list of Swagger 2.0 can have another separator.</summary>
    private void ReportIgnored(SpecMapping header)
    {
        foreach (string keyword in new[] { "allowReserved", "allowEmptyValue" }.Where(keyword => header[keyword].IsTrue()))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, header.KeyLocation(keyword), keyword, "only a parameter in a query has it");
        }

        if (header["style"].AsText() is { } style and not ("simple" or "spaceDelimited" or "pipeDelimited" or "tabDelimited"))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, header.KeyLocation("style"), $"style: {style}", "a header has the style simple");
        }
    }

    private void BuildHeaders(SpecMapping response)
    {
        SpecMapping? headers = response["headers"].AsMapping();
        foreach (SpecEntry entry in headers?.Entries ?? [])
        {
            if (!HttpToken.IsValid(entry.Key))
            {
                diagnostics.Add(Descriptors.PartInvalid, headers!.KeyLocation(entry), $"'{entry.Key}' cannot be the name of a header in HTTP");
                continue;
            }

            if (references.Follow(entry.Value) is not SpecMapping header)
            {
                continue;
            }

            ReportIgnored(header);
            SpecEntry? content = header["content"]
                .AsMapping()?.Entries
                .OrderBy(static media => media.Key, StringComparer.Ordinal)
                .Select(static media => (SpecEntry?)media)
                .FirstOrDefault();
            SpecMapping? media = content is { } described ? references.Follow(described.Value) as SpecMapping : null;
            SpecNode schema = media?["schema"] ?? header["schema"] ?? header.Mapping(("type", header.Text("string")));
            parts.Headers.Add(new DescribedHeader(
                entry.Key,
                header["description"].AsText(),
                schemas.Build(schema),
                media is null ? "" : content!.Value.Key,
                header["style"].AsText() ?? "",
                header["explode"].IsTrue(),
                header["x-ms-secret"].AsBoolean()));
        }
    }
}
