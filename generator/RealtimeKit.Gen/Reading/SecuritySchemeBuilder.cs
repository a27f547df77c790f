using NSwag;

namespace RealtimeKit.Gen.Reading;

/// <summary>Fills one security scheme.</summary>
internal static class SecuritySchemeBuilder
{
    public static OpenApiSecurityScheme Build(SpecMapping scheme) => new()
    {
        Description = scheme["description"].AsText(),
        Name = scheme["name"].AsText(),
        Scheme = scheme["scheme"].AsText()?.ToLowerInvariant(),
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
