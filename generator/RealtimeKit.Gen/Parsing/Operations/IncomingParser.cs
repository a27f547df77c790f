using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Places;
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
    NameLock locked,
    DiagnosticBag diagnostics)
{
    /// <summary>The types of the responses that the API expects.</summary>
    private readonly List<TypeRef> _responses = [];

    public IncomingDraft Parse(IReadOnlyList<NamedOperation> operations)
    {
        Dictionary<OpenApiOperation, NamedOperation> owners = operations.ToDictionary(static operation => operation.Operation);
        WantedRequest[] all = described.Select(incoming => Wish(incoming, owners)).ToArray();
        HashSet<string> shared = new(
            all.GroupBy(static one => one.Name, StringComparer.Ordinal).Where(static claim => claim.Skip(1).Any()).Select(static claim => claim.Key),
            StringComparer.Ordinal);
        Dictionary<OpenApiOperation, string> texts = owners.ToDictionary(static owner => owner.Key, static owner => owner.Value.LockKey);
        Dictionary<string, string> keys = all.ToDictionary(
            static one => one.Key,
            one => RootPlaces.OfIncoming(one.Incoming, texts),
            StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> names = locked.Assign(
            new NameScope([], isOfTypes: true),
            all.Select(one => new WantedName(one.Key, one.WireName, shared.Contains(one.Name) ? one.Longer : one.Name, one.Given is not null)).ToArray(),
            one => keys[one.Key]);
        foreach (WantedRequest one in all.Where(one => names[one.Key] != one.Name && !locked.IsLocked(keys[one.Key])))
        {
            ChangedName.Report(
                diagnostics,
                locations.Of(one.Incoming.Operation),
                one.Incoming.Name,
                one.Given,
                names[one.Key],
                $"another webhook or callback produces {one.Name}");
        }

        IncomingRequestDraft[] requests = all
            .OrderBy(one => names[one.Key], StringComparer.Ordinal)
            .Select(one => Parse(one.Incoming, names[one.Key]))
            .OfType<IncomingRequestDraft>()
            .ToArray();
        return new IncomingDraft(className, requests, _responses);
    }

    /// <summary>
    /// Returns the names of a request in the order of preference: its own name; if several have it, the operationId, or else the name
    /// with its address and method.
    /// </summary>
    private static WantedRequest Wish(IncomingOperation incoming, Dictionary<OpenApiOperation, NamedOperation> owners)
    {
        string? given = SchemaExtensions.Extension(incoming.Operation.ExtensionData, SchemaExtensions.ClientName) as string;
        string owner = incoming.Owner is { } operation && owners.TryGetValue(operation, out NamedOperation? named) ? named.TypeOwner : "";
        string key = $"{owner} {incoming.Name} {incoming.Address} {incoming.Method}";
        string method = incoming.Method == "post" ? "" : Identifier.Pascal(incoming.Method);
        string wireName = string.Join(" ", new[] { owner, incoming.Name, incoming.Address, method }.Where(static part => part.Length > 0));
        string name = owner + Identifier.Pascal(incoming.Name) + method;
        string? id = incoming.Operation.OperationId;
        string longer = id is { Length: > 0 } ? Identifier.Pascal(id)
            : owner + Identifier.Pascal(incoming.Name) + Identifier.Pascal(incoming.Address, whenEmpty: "") + method;
        return given is { Length: > 0 }
            ? new WantedRequest(incoming, key, Identifier.Pascal(given), Identifier.Pascal(given), given) { WireName = wireName }
            : new WantedRequest(incoming, key, name, longer, Given: null) { WireName = wireName };
    }

    private IncomingRequestDraft? Parse(IncomingOperation incoming, string name)
    {
        string hint = TypeKey.Member(className, name);
        IEnumerable<KeyValuePair<string, OpenApiMediaType>> described = incoming.Operation.RequestBody?.Content.AsEnumerable() ?? [];
        KeyValuePair<string, OpenApiMediaType>[] contents = MediaTypes.InOrder(described, static content => content.Key).ToArray();
        KeyValuePair<string, OpenApiMediaType> body = Array.Find(
            contents, static content => MediaTypes.IsJson(content.Key) && content.Value.Schema is not null);
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

        foreach (string other in contents.Select(static content => content.Key).Where(other => other != body.Key))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, locations.Of(incoming.Operation), other, $"the reader of '{incoming.Name}' reads {body.Key}");
        }

        TypeRef type = schemas.Resolve(body.Value.Schema, TypeKey.Part(hint, "Payload"));
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

    /// <param name="Key">Identifies the request among all.</param>
    /// <param name="Name">The preferred name.</param>
    /// <param name="Longer">The name if several requests have the same preferred name.</param>
    /// <param name="Given">The name that the author gives, or null.</param>
    private sealed record WantedRequest(IncomingOperation Incoming, string Key, string Name, string Longer, string? Given)
    {
        /// <summary>Gets what the document calls the request: its owner, its name, its address and its method, where it has them.</summary>
        public string WireName { get; init; } = "";
    }
}
