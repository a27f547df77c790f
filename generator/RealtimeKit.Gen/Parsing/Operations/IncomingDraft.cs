using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>The requests that the API sends, and the types of the expected responses.</summary>
internal sealed record IncomingDraft(IncomingModel Model, IReadOnlyList<TypeRef> Responses)
{
    /// <summary>Marks the requests as received and the responses as sent.</summary>
    public void MarkUses(UsageMarker usage)
    {
        foreach (IncomingRequestModel request in Model.Requests)
        {
            usage.MarkReceived(request.Type);
        }

        foreach (TypeRef response in Responses)
        {
            usage.MarkSent(response);
        }
    }
}
