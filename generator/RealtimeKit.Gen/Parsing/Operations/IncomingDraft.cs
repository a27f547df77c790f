using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>The requests that the API sends, and the expected responses.</summary>
internal sealed record IncomingDraft(string ClassName, IReadOnlyList<IncomingRequestDraft> Requests, IReadOnlyList<TypeRef> Responses)
{
    public IncomingModel Model => new(ClassName, Requests.Select(static request => request.Model).ToEquatableArray());

    /// <summary>Returns the requests with names instead of the keys of types.</summary>
    public IncomingDraft Spelled(TypeSpelling spelling) =>
        new(ClassName, Requests.Select(request => request.Spelled(spelling)).ToArray(), Responses.Select(spelling.Spell).ToArray());

    /// <summary>Marks the requests as received and the responses as sent.</summary>
    public void MarkUses(UsageMarker usage)
    {
        foreach (IncomingRequestDraft request in Requests)
        {
            usage.MarkReceived(request.Type);
        }

        foreach (TypeRef response in Responses)
        {
            usage.MarkSent(response);
        }
    }
}
