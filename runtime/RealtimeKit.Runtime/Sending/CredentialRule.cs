using RealtimeKit.Runtime.Addresses;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Credentials;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Selects the credentials of a request, and adds them only if the request goes to an origin that may receive them.</summary>
internal sealed class CredentialRule
{
    private readonly ApiClientOptions _options;
    private readonly HashSet<Origin> _origins = [];

    public CredentialRule(ApiClientOptions options)
    {
        _options = options;
        _origins.Add(Origin.Of(options.BaseAddress!));
        foreach (Uri trusted in options.TrustedOrigins)
        {
            _origins.Add(Origin.Of(trusted));
        }
    }

    /// <summary>Returns whether a request to this address may contain what belongs to the client's own server.</summary>
    public bool IsTrusted(Uri target) => _origins.Contains(Origin.Of(target));

    public async ValueTask<Authorization> AuthorizeAsync(CallPlan plan, Uri target, CancellationToken cancellationToken)
    {
        var authorization = new Authorization();
        if (!IsTrusted(target) || !Origin.Of(target).IsPrivate)
        {
            return authorization;
        }

        foreach (ApiCredential credential in Select(plan.Operation, plan.Options?.Credential))
        {
            await credential.AuthorizeAsync(authorization, cancellationToken).ConfigureAwait(false);
        }

        return authorization;
    }

    private IEnumerable<ApiCredential> Select(OperationFacts operation, ApiCredential? ofCall)
    {
        ApiCredential? general = ofCall ?? _options.Credential;
        if (operation.Security is not { } alternatives)
        {
            return general is null ? [] : [general];
        }

        if (ofCall is null)
        {
            foreach (string[] schemes in alternatives)
            {
                if (schemes.Length > 0 && Array.TrueForAll(schemes, _options.Credentials.ContainsKey))
                {
                    return schemes.Select(scheme => _options.Credentials[scheme]);
                }
            }
        }

        string[]? first = Array.Find(alternatives, static schemes => schemes.Length > 0);
        if (first is null || general is null)
        {
            return [];
        }

        return ofCall is not null
            ? [ofCall]
            : first.Select(scheme => _options.Credentials.TryGetValue(scheme, out ApiCredential? named) ? named : general).Distinct();
    }
}
