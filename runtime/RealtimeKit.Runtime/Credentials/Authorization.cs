namespace RealtimeKit.Runtime.Credentials;

/// <summary>The headers, query parameters and cookies that credentials add to one attempt, and the secrets that must not appear in messages or logs.</summary>
internal sealed class Authorization
{
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public List<KeyValuePair<string, string>> Query { get; } = [];

    public List<KeyValuePair<string, string>> Cookies { get; } = [];

    /// <summary>Gets each secret, both as it is sent and as the caller provided it.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>Gets the credentials that can obtain another secret after the server rejects one, each with the secret it added.</summary>
    public List<(ApiCredential Credential, string Secret)> Refreshable { get; } = [];
}
