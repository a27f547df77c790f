using NSwag;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Which credentials an operation takes.</summary>
internal static class SecurityParser
{
    public static (bool HasSecurity, EquatableArray<EquatableArray<string>> Alternatives) Parse(OpenApiDocument document, OpenApiOperation operation)
    {
        ICollection<OpenApiSecurityRequirement>? requirements = operation.Security ?? document.Security;
        if (requirements is null || (operation.Security is null && requirements.Count == 0))
        {
            return (false, EquatableArray<EquatableArray<string>>.Empty);
        }

        return (true, requirements.Select(static requirement => requirement.Keys.OrderBy(static key => key, StringComparer.Ordinal).ToEquatableArray()).ToEquatableArray());
    }

    public static EquatableArray<SecuritySchemeModel> Schemes(OpenApiDocument document) => document.Components.SecuritySchemes
        .Select(static pair => new SecuritySchemeModel(pair.Key, Kind(pair.Value)))
        .ToEquatableArray();

    private static string Kind(OpenApiSecurityScheme scheme) => scheme.Type switch
    {
        OpenApiSecuritySchemeType.ApiKey => $"an API key in the {scheme.In.ToString().ToLowerInvariant()} {scheme.Name}",
        OpenApiSecuritySchemeType.Http => $"HTTP {scheme.Scheme}",
        OpenApiSecuritySchemeType.OAuth2 => "OAuth 2 (a bearer token)",
        OpenApiSecuritySchemeType.OpenIdConnect => "OpenID Connect (a bearer token)",
        _ => "a credential",
    };
}
