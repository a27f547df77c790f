using System.Runtime.CompilerServices;
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
    private readonly bool _isBasePrivate;
    private readonly ApiCredential[] _general;

    // The selection for the security of an operation is the same for all its calls.
    private readonly ConditionalWeakTable<string[][], ApiCredential[]> _selections = [];

    public CredentialRule(ApiClientOptions options)
    {
        _options = options;
        _general = options.Credential is { } general ? [general] : [];
        Origin origin = Origin.Of(options.BaseAddress!);
        _origins.Add(origin);
        _isBasePrivate = origin.IsPrivate;
        foreach (Uri trusted in options.TrustedOrigins)
        {
            _origins.Add(Origin.Of(trusted));
        }
    }

    /// <summary>Returns whether a request to this address may contain what belongs to the client's own server.</summary>
    public bool IsTrusted(CallPlan plan, Uri target) => plan.IsAtBase(target) || _origins.Contains(Origin.Of(target));

    public ValueTask<Authorization> AuthorizeAsync(CallPlan plan, Uri target, CancellationToken cancellationToken)
    {
        if (!IsTrusted(plan, target) || !(plan.IsAtBase(target) ? _isBasePrivate : Origin.Of(target).IsPrivate))
        {
            return new(Authorization.None);
        }

        ApiCredential[] credentials = Select(plan.Operation, plan.Options?.Credential);
        if (plan.Options?.Headers is { Count: > 0 } headers)
        {
            credentials = Array.FindAll(credentials, credential => !headers.Keys.Contains(credential.Header, StringComparer.OrdinalIgnoreCase));
        }

        return credentials.Length switch
        {
            0 => new(Authorization.None),
            1 => credentials[0].AuthorizeAsync(cancellationToken),
            _ => AuthorizeAsync(credentials, cancellationToken),
        };
    }

    private static async ValueTask<Authorization> AuthorizeAsync(ApiCredential[] credentials, CancellationToken cancellationToken)
    {
        Authorization all = Authorization.None;
        foreach (ApiCredential credential in credentials)
        {
            all = all.And(await credential.AuthorizeAsync(cancellationToken).ConfigureAwait(false));
        }

        return all;
    }

    private ApiCredential[] Select(OperationFacts operation, ApiCredential? ofCall)
    {
        if (operation.Security is not { } alternatives)
        {
            return ofCall is null ? _general : [ofCall];
        }

        return ofCall is null ? _selections.GetValue(alternatives, Select)
            : Array.Exists(alternatives, static schemes => schemes.Length > 0) ? [ofCall]
            : [];
    }

    private ApiCredential[] Select(string[][] alternatives)
    {
        foreach (string[] schemes in alternatives)
        {
            if (schemes.Length > 0 && Array.TrueForAll(schemes, _options.Credentials.ContainsKey))
            {
                return [.. schemes.Select(scheme => _options.Credentials[scheme])];
            }
        }

        string[]? first = Array.Find(alternatives, static schemes => schemes.Length > 0);
        return first is null || _options.Credential is not { } general
            ? []
            : [.. first.Select(scheme => _options.Credentials.TryGetValue(scheme, out ApiCredential? named) ? named : general).Distinct()];
    }
}
