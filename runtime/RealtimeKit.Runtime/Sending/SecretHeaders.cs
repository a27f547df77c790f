namespace RealtimeKit.Runtime.Sending;

/// <summary>Finds secrets in headers that a caller sets as plain text. The name of such a header shows that it contains a secret.</summary>
internal static class SecretHeaders
{
    private static readonly string[] _words = ["auth", "cookie", "credential", "key", "password", "secret", "signature", "token"];

    /// <summary>
    /// Returns the secrets in the default headers of a client that the caller owns and in the headers of the call, or null if there are none.
    /// </summary>
    public static List<string>? Find(HttpClient? client, IReadOnlyDictionary<string, string>? own)
    {
        List<string>? secrets = null;
        if (client is not null)
        {
            foreach (var (name, values) in client.DefaultRequestHeaders.NonValidated)
            {
                foreach (string value in values)
                {
                    Add(name, value, ref secrets);
                }
            }
        }

        if (own is not null)
        {
            foreach ((string name, string value) in own)
            {
                Add(name, value, ref secrets);
            }
        }

        return secrets;
    }

    /// <summary>Adds the value of a header, and also the part after the authentication scheme, or the value of each cookie.</summary>
    private static void Add(string name, string value, ref List<string>? secrets)
    {
        if (!IsSecret(name))
        {
            return;
        }

        secrets ??= [];
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

    private static bool IsSecret(string name) => Array.Exists(_words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
