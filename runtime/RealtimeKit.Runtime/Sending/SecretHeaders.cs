namespace RealtimeKit.Runtime.Sending;

/// <summary>Finds secrets in headers that a caller sets as plain text. The name of such a header shows that it contains a secret.</summary>
internal static class SecretHeaders
{
    private static readonly Dictionary<string, string> _none = [];
    private static readonly string[] _words = ["auth", "cookie", "credential", "key", "password", "secret", "signature", "token"];

    /// <summary>Collects the secrets in the default headers of an HttpClient and in the headers of the call.</summary>
    public static void Collect(HttpClient client, IReadOnlyDictionary<string, string>? own, List<string> secrets)
    {
        foreach (var (name, values) in client.DefaultRequestHeaders.NonValidated)
        {
            foreach (string value in values)
            {
                Add(name, value, secrets);
            }
        }

        foreach ((string name, string value) in own ?? _none)
        {
            Add(name, value, secrets);
        }
    }

    /// <summary>Adds the value of a header, and also the part after the authentication scheme, or the value of each cookie.</summary>
    private static void Add(string name, string value, List<string> secrets)
    {
        if (!Array.Exists(_words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        secrets.Add(value);
        if (name.Contains("auth", StringComparison.OrdinalIgnoreCase) && value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank)
        {
            secrets.Add(value[(blank + 1)..].Trim());
        }

        if (name.Contains("cookie", StringComparison.OrdinalIgnoreCase))
        {
            secrets.AddRange(value.Split(';').Select(static cookie => cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim()));
        }
    }
}
