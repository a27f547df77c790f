using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>
/// Creates a reader for each webhook and callback, and the types of the responses to them. A client does not receive requests,
/// but the application that uses it may.
/// </summary>
internal sealed class IncomingParser(
    SchemaParser schemas,
    IReadOnlyList<IncomingOperation> described,
    SpecLocations locations,
    Documentation documentation,
    string className,
    DiagnosticBag diagnostics)
{
    /// <summary>The types of the responses that the API expects.</summary>
    private readonly List<TypeRef> _responses = [];

    public IncomingDraft Parse(IReadOnlyList<NamedOperation> operations)
    {
        Dictionary<OpenApiOperation, NamedOperation> owners = operations.ToDictionary(static operation => operation.Operation);
        List<(IncomingOperation Incoming, string Key, string Wanted, bool IsGiven)> all = [];
        foreach (IncomingOperation incoming in described)
        {
            string? given = SchemaExtensions.Extension(incoming.Operation.ExtensionData, SchemaExtensions.ClientName) as string;
            string owner = incoming.Owner is { } operation && owners.TryGetValue(operation, out NamedOperation? named) ? named.TypeOwner : "";
            string key = $"{owner} {incoming.Name} {incoming.Address} {incoming.Method}";
            string wanted = owner + Identifier.Pascal(incoming.Name) + (incoming.Method == "post" ? "" : Identifier.Pascal(incoming.Method));
            all.Add((incoming, key, given is { Length: > 0 } ? Identifier.Pascal(given) : wanted, given is { Length: > 0 }));
        }

        IReadOnlyDictionary<string, string> names = new NameScope([]).Assign(
            all.Select(static one => new WantedName(one.Key, one.Key, one.Wanted, one.IsGiven)).ToArray());
        IncomingRequestDraft[] requests = all
            .OrderBy(one => names[one.Key], StringComparer.Ordinal)
            .Select(one => Parse(one.Incoming, names[one.Key]))
            .OfType<IncomingRequestDraft>()
            .ToArray();
        return new IncomingDraft(className, requests, _responses);
    }

    private IncomingRequestDraft? Parse(IncomingOperation incoming, string name)
    {
        string hint = TypeKey.Member(className, name);
        KeyValuePair<string, OpenApiMediaType> body = incoming.Operation.RequestBody?.Content
            .FirstOrDefault(static content => MediaTypes.IsJson(content.Key) && content.Value.Schema is not null) ?? default;
        (string, TypeRef)[] responses = ResponsesOf(incoming, hint).ToArray();
        if (body.Key is null)
        {
            if (incoming.Operation.RequestBody is { Content.Count: > 0 } other)
            {
                diagnostics.Add(
                    Descriptors.ConstructNotSupported,
                    locations.Of(incoming.Operation),
                    $"A payload of {string.Join(", ", other.Content.Keys)}",
                    $"the reader of '{incoming.Name}'");
            }
            else
            {
                diagnostics.Add(Descriptors.KeywordIgnored, locations.Of(incoming.Operation), incoming.Name, "it has no payload to read");
            }

            return null;
        }

        TypeRef type = schemas.Resolve(body.Value.Schema, TypeKey.Part(hint, "Payload")).AsRequired();
        string kind = incoming.Owner is null ? $"The `{incoming.Name}` webhook." : $"The `{incoming.Name}` callback, sent to `{incoming.Address}`.";
        DocModel doc = documentation.Of(incoming.Operation.Summary, incoming.Operation.Description, incoming.Operation.ExternalDocumentation, kind);
        string remarks = string.Join("\n", new[] { doc.Remarks, doc.Summary == kind ? "" : kind }.Where(static text => text.Length > 0));
        return new IncomingRequestDraft(name, type.AsReceived(), doc, remarks, responses);
    }

    /// <summary>Returns the types of the responses that the API expects, by status.</summary>
    private IEnumerable<(string Status, TypeRef Type)> ResponsesOf(IncomingOperation incoming, string hint)
    {
        foreach (KeyValuePair<string, OpenApiResponse> response in incoming.Operation.Responses
            .OrderBy(static response => response.Key, StringComparer.Ordinal))
        {
            if (response.Value.Content.FirstOrDefault(static content => MediaTypes.IsJson(content.Key)).Value?.Schema is { } schema)
            {
                TypeRef type = schemas.Resolve(schema, TypeKey.Part(hint, response.Key + " Response")).AsRequired();
                _responses.Add(type);
                yield return (response.Key, type);
            }
        }
    }
}
