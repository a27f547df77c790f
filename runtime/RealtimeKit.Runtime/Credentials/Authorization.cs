namespace RealtimeKit.Runtime.Credentials;

/// <summary>
/// The headers, query parameters and cookies that credentials add to a request, and the secrets that must not appear in messages or
/// logs. It cannot be changed, so that a credential creates it once for all calls.
/// </summary>
internal sealed class Authorization
{
    /// <summary>Gets the authorization that adds nothing.</summary>
    public static Authorization None { get; } = new();

    public KeyValuePair<string, string>[] Headers { get; init; } = [];

    public KeyValuePair<string, string>[] Query { get; init; } = [];

    public KeyValuePair<string, string>[] Cookies { get; init; } = [];

    /// <summary>Gets each secret, both as it is sent and as the caller provided it.</summary>
    public string[] Secrets { get; init; } = [];

    /// <summary>Gets the credentials that can obtain another secret after the server rejects one, each with the secret it added.</summary>
    public (ApiCredential Credential, string Secret)[] Refreshable { get; init; } = [];

    /// <summary>Returns what this authorization and another one add.</summary>
    public Authorization And(Authorization other)
        => ReferenceEquals(this, None) ? other
            : ReferenceEquals(other, None) ? this
            : new Authorization
            {
                Headers = [.. Headers, .. other.Headers],
                Query = [.. Query, .. other.Query],
                Cookies = [.. Cookies, .. other.Cookies],
                Secrets = [.. Secrets, .. other.Secrets],
                Refreshable = [.. Refreshable, .. other.Refreshable],
            };
}
