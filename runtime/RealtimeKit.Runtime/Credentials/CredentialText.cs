using System.Diagnostics;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Credentials;

/// <summary>
/// Creates a credential from configuration settings, which are set one by one in any order. Messages contain the names of
/// settings, never their values.
/// </summary>
internal sealed class CredentialText(string prefix, SecurityScheme? scheme)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> Names { get; } = ["BearerToken", "Basic:User", "Basic:Password", "ApiKey", "ApiKey:Key", "ApiKey:Name", "ApiKey:In"];

    /// <summary>Sets one setting.</summary>
    /// <exception cref="FormatException">The value is not valid for the setting.</exception>
    public void Set(string name, string value)
    {
        if (name == "ApiKey:In" && ParseLocation(value) is null)
        {
            throw new FormatException();
        }

        _values[name] = value;
    }

    /// <summary>Creates the credential, or returns null if a setting is still missing.</summary>
    /// <exception cref="ArgumentException">The value of a setting is not valid.</exception>
    public ApiCredential? Create()
    {
        if (Value("BearerToken") is { } token)
        {
            return new BearerTokenCredential(token);
        }

        if (Value("Basic:User") is { } user)
        {
            return Value("Basic:Password") is { } password ? new BasicCredential(user, password) : null;
        }

        return Key is { } key && KeyName is { } name && Location is { } location ? new ApiKeyCredential(name, location, key) : null;
    }

    /// <summary>Checks that the settings form exactly one credential.</summary>
    /// <exception cref="ArgumentException">A setting is missing, or there are settings of several kinds of credentials.</exception>
    public void RequireComplete()
    {
        string[] kinds = [.. _values.Keys.Select(static name => name.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (kinds.Length > 1)
        {
            throw new ArgumentException($"{prefix}{kinds[0]} and {prefix}{kinds[1]} are both set, but only one credential can be sent.", prefix + kinds[1]);
        }

        string? missing = kinds[0].ToUpperInvariant() switch
        {
            "BASIC" => Missing("Basic:User") ?? Missing("Basic:Password"),
            "APIKEY" when Key is null => "ApiKey:Key",
            "APIKEY" when KeyName is null => "ApiKey:Name",
            "APIKEY" when Location is null => "ApiKey:In",
            _ => null,
        };
        if (missing is not null)
        {
            throw new ArgumentException($"{prefix}{missing} is missing, although {prefix}{_values.Keys.First()} is set.", prefix + missing);
        }
    }

    private string? Key => Value("ApiKey") ?? Value("ApiKey:Key");

    private string? KeyName => Value("ApiKey:Name") ?? scheme?.KeyName;

    private ApiKeyLocation? Location => Value("ApiKey:In") is { } text ? ParseLocation(text) : scheme?.KeyName is null ? null : scheme.KeyLocation;

    private static ApiKeyLocation? ParseLocation(string text) => text.ToUpperInvariant() switch
    {
        "HEADER" => ApiKeyLocation.Header,
        "QUERY" => ApiKeyLocation.Query,
        "COOKIE" => ApiKeyLocation.Cookie,
        _ => null,
    };

    private string? Missing(string name) => Value(name) is null ? name : null;

    private string? Value(string name) => _values.GetValueOrDefault(name);
}
