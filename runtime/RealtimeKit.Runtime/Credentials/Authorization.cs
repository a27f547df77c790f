namespace RealtimeKit.Runtime.Credentials;

/// <summary>What credentials add to one attempt, and the secrets to keep out of whatever is told about it.</summary>
internal sealed class Authorization
{
    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public List<KeyValuePair<string, string>> Query { get; } = [];

    public List<KeyValuePair<string, string>> Cookies { get; } = [];

    /// <summary>Each secret as it is on the wire and as the caller knows it.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>Credentials that can give another secret after a refusal, with what they gave.</summary>
    public List<(ApiCredential Credential, string Secret)> Refreshable { get; } = [];
}
