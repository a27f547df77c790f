using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Operations;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing;

/// <summary>A client whose types are declared, before their members are known.</summary>
internal sealed record ClientDraft(NamedClient Named, IReadOnlyList<OperationDraft> Operations, IncomingDraft Incoming, HeadersModel Headers)
{
    /// <summary>Gets the types of the bodies of each operation.</summary>
    public IEnumerable<IEnumerable<TypeRef>> BodyTypes => Operations.Select(static operation => operation.Bodies.Select(static body => body.Type));

    /// <summary>Returns the client with names instead of the keys of types.</summary>
    public ClientDraft Spelled(TypeSpelling spelling) => this with
    {
        Operations = Operations.Select(operation => operation.Spelled(spelling)).ToArray(),
        Incoming = Incoming.Spelled(spelling),
        Headers = Headers with
        {
            Headers = Headers.Headers.Select(header => header with { Value = header.Value with { Type = spelling.Spell(header.Type) } }).ToEquatableArray(),
        },
    };

    /// <summary>Returns which types are sent and which are received.</summary>
    public TypeUses UsesOf(TypeDrafts types, OptionalUse optional)
    {
        UsageMarker usage = new(types, optional);
        foreach (OperationDraft operation in Operations)
        {
            operation.MarkUses(usage);
        }

        Incoming.MarkUses(usage);
        foreach (HeaderModel header in Headers.Headers)
        {
            usage.MarkReceived(header.Type);
        }

        return usage.Uses;
    }
}
