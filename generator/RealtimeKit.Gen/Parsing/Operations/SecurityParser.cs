using NSwag;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Decides which credentials an operation accepts.</summary>
internal static class SecurityParser
{
    public static (bool HasSecurity, EquatableArray<EquatableArray<string>> Alternatives) Parse(OpenApiDocument document, OpenApiOperation operation)
    {
        ICollection<OpenApiSecurityRequirement>? requirements = operation.Security ?? document.Security;
        if (requirements is null || (operation.Security is null && requirements.Count == 0))
        {
            return (false, EquatableArray<EquatableArray<string>>.Empty);
        }

        return (
            true,
            requirements
                .Select(requirement => requirement.Keys.Where(key => !IsOfConnection(document, key))
                    .OrderBy(static key => key, StringComparer.Ordinal)
                    .ToEquatableArray())
                .ToEquatableArray());
    }

    public static EquatableArray<SecuritySchemeModel> Schemes(OpenApiDocument document) => document.Components.SecuritySchemes
        .Select(static pair => new SecuritySchemeModel(pair.Key, Kind(pair.Value))
        {
            KeyName = KeyLocation(pair.Value).Length > 0 ? pair.Value.Name : "",
            KeyLocation = KeyLocation(pair.Value),
            IsOfConnection = IsOfConnection(pair.Value),
        })
        .ToEquatableArray();

    /// <summary>Returns whether each alternative requires a credential.</summary>
    public static bool NeedsCredential(OperationModel operation) =>
        operation.HasSecurity && operation.Security.Count > 0 && operation.Security.All(static schemes => schemes.Count > 0);

    /// <summary>Returns the runtime's name of a place; empty for a key without a name or place.</summary>
    private static string KeyLocation(OpenApiSecurityScheme scheme) =>
        scheme.Type != OpenApiSecuritySchemeType.ApiKey || string.IsNullOrEmpty(scheme.Name) ? "" : scheme.In switch
        {
            OpenApiSecurityApiKeyLocation.Header => "Header",
            OpenApiSecurityApiKeyLocation.Query => "Query",
            OpenApiSecurityApiKeyLocation.Cookie => "Cookie",
            _ => "",
        };

    /// <summary>
    /// Returns whether the handler of the connection provides the credential, as it does for client certificates and challenges.
    /// The request then does not carry it.
    /// </summary>
    private static bool IsOfConnection(OpenApiDocument document, string key) =>
        document.Components.SecuritySchemes.TryGetValue(key, out OpenApiSecurityScheme? scheme) && IsOfConnection(scheme);

    private static bool IsOfConnection(OpenApiSecurityScheme scheme) => scheme is { Scheme: SecurityTypes.MutualTls }
        or { Type: OpenApiSecuritySchemeType.Http, Scheme: "digest" or "negotiate" or "ntlm" or "mutual" };

    private static string Kind(OpenApiSecurityScheme scheme) => scheme.Type switch
    {
        OpenApiSecuritySchemeType.ApiKey => $"an API key in the {PlaceOf(scheme.In)} {scheme.Name}",
        OpenApiSecuritySchemeType.Http => $"HTTP {scheme.Scheme}{(IsOfConnection(scheme) ? ", which the handler of the HttpClient performs" : "")}",
        OpenApiSecuritySchemeType.OAuth2 => $"OAuth 2 (a bearer token{(string.IsNullOrEmpty(scheme.TokenUrl) ? "" : " from " + scheme.TokenUrl)})",
        OpenApiSecuritySchemeType.OpenIdConnect =>
            $"OpenID Connect (a bearer token{(string.IsNullOrEmpty(scheme.OpenIdConnectUrl) ? "" : ", see " + scheme.OpenIdConnectUrl)})",
        _ when IsOfConnection(scheme) => "a client certificate, which the handler of the HttpClient presents",
        _ => "a credential",
    };

    private static string PlaceOf(OpenApiSecurityApiKeyLocation location) => location switch
    {
        OpenApiSecurityApiKeyLocation.Header => "header",
        OpenApiSecurityApiKeyLocation.Query => "query",
        OpenApiSecurityApiKeyLocation.Cookie => "cookie",
        _ => "undefined",
    };
}
