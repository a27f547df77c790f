using NSwag;

namespace RealtimeKit.Gen.Reading;

/// <summary>Fills one security scheme.</summary>
internal static class SecuritySchemeBuilder
{
    /// <summary>The typed scheme has no type for it, so that it stands where an HTTP scheme would.</summary>
    public const string MutualTls = "mutualTLS";

    public static OpenApiSecurityScheme Build(SpecMapping scheme) => new()
    {
        Description = scheme["description"].AsText(),
        Name = scheme["name"].AsText(),
        Scheme = scheme["type"].AsText() == MutualTls ? MutualTls : scheme["scheme"].AsText()?.ToLowerInvariant(),
        TokenUrl = (scheme["tokenUrl"] ?? scheme["flows"].AsMapping()?.Entries.OrderBy(static flow => flow.Key, StringComparer.Ordinal).Select(static flow => flow.Value.AsMapping()?["tokenUrl"]).FirstOrDefault(static url => url is not null)).AsText(),
        OpenIdConnectUrl = scheme["openIdConnectUrl"].AsText(),
        Type = scheme["type"].AsText() switch
        {
            "apiKey" => OpenApiSecuritySchemeType.ApiKey,
            "http" => OpenApiSecuritySchemeType.Http,
            "oauth2" => OpenApiSecuritySchemeType.OAuth2,
            "openIdConnect" => OpenApiSecuritySchemeType.OpenIdConnect,
            _ => OpenApiSecuritySchemeType.Undefined,
        },
        In = scheme["in"].AsText() switch
        {
            "header" => OpenApiSecurityApiKeyLocation.Header,
            "query" => OpenApiSecurityApiKeyLocation.Query,
            "cookie" => OpenApiSecurityApiKeyLocation.Cookie,
            _ => OpenApiSecurityApiKeyLocation.Undefined,
        },
    };
}
