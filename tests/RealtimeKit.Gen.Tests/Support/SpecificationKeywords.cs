namespace RealtimeKit.Gen.Tests.Support;

/// <summary>The fields of each object as the specifications list them. The support table must contain all of them.</summary>
internal static class SpecificationKeywords
{
    /// <summary>The keywords of a value that is not a body, for which later versions have a schema.</summary>
    private const string SwaggerValue = "type format items collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf";

    private static readonly (string Object, string Versions, string Keywords)[] _lists =
    [
        ("OpenAPI Object", "2.0",
            "swagger info host basePath schemes consumes produces paths definitions parameters responses securityDefinitions security tags externalDocs"),
        ("OpenAPI Object", "3.0 3.1 3.2", "openapi info servers paths components security tags externalDocs"),
        ("OpenAPI Object", "3.1 3.2", "jsonSchemaDialect webhooks"),
        ("OpenAPI Object", "3.2", "$self"),
        ("Info Object", "2.0 3.0 3.1 3.2", "title description termsOfService contact license version"),
        ("Info Object", "3.1 3.2", "summary"),
        ("Contact Object", "2.0 3.0 3.1 3.2", "name url email"),
        ("License Object", "2.0 3.0 3.1 3.2", "name url"),
        ("License Object", "3.1 3.2", "identifier"),
        ("Server Object", "3.0 3.1 3.2", "url description variables"),
        ("Server Object", "3.2", "name"),
        ("Server Variable Object", "3.0 3.1 3.2", "enum default description"),
        ("Components Object", "3.0 3.1 3.2", "schemas responses parameters examples requestBodies headers securitySchemes links callbacks"),
        ("Components Object", "3.1 3.2", "pathItems"),
        ("Components Object", "3.2", "mediaTypes"),
        ("Paths Object", "2.0 3.0 3.1 3.2", "/{path}"),
        ("Path Item Object", "2.0 3.0 3.1 3.2", "$ref get put post delete options head patch parameters"),
        ("Path Item Object", "3.0 3.1 3.2", "summary description trace servers"),
        ("Path Item Object", "3.2", "query additionalOperations"),
        ("Operation Object", "2.0 3.0 3.1 3.2", "tags summary description externalDocs operationId parameters responses deprecated security"),
        ("Operation Object", "2.0", "consumes produces schemes"),
        ("Operation Object", "3.0 3.1 3.2", "requestBody callbacks servers"),
        ("External Documentation Object", "2.0 3.0 3.1 3.2", "description url"),
        ("Parameter Object", "2.0 3.0 3.1 3.2", "name in description required allowEmptyValue schema"),
        ("Parameter Object", "2.0", SwaggerValue),
        ("Parameter Object", "3.0 3.1 3.2", "deprecated style explode allowReserved example examples content"),
        ("Items Object", "2.0", SwaggerValue),
        ("Request Body Object", "3.0 3.1 3.2", "description content required"),
        ("Media Type Object", "3.0 3.1 3.2", "schema example examples encoding"),
        ("Media Type Object", "3.2", "itemSchema prefixEncoding itemEncoding"),
        ("Encoding Object", "3.0 3.1 3.2", "contentType headers style explode allowReserved"),
        ("Encoding Object", "3.2", "encoding prefixEncoding itemEncoding"),
        ("Responses Object", "2.0 3.0 3.1 3.2", "default {status}"),
        ("Response Object", "2.0 3.0 3.1 3.2", "description headers"),
        ("Response Object", "2.0", "schema examples"),
        ("Response Object", "3.0 3.1 3.2", "content links"),
        ("Response Object", "3.2", "summary"),
        ("Callback Object", "3.0 3.1 3.2", "{expression}"),
        ("Example Object", "3.0 3.1 3.2", "summary description value externalValue"),
        ("Example Object", "3.2", "dataValue serializedValue"),
        ("Header Object", "2.0 3.0 3.1 3.2", "description"),
        ("Header Object", "2.0", SwaggerValue),
        ("Header Object", "3.0 3.1 3.2", "required deprecated style explode schema example examples content"),
        ("Link Object", "3.0 3.1 3.2", "operationRef operationId parameters requestBody description server"),
        ("Tag Object", "2.0 3.0 3.1 3.2", "name description externalDocs"),
        ("Tag Object", "3.2", "summary parent kind"),
        ("Reference Object", "2.0 3.0 3.1 3.2", "$ref"),
        ("Reference Object", "3.1 3.2", "summary description"),
        ("Security Scheme Object", "2.0 3.0 3.1 3.2", "type description name in"),
        ("Security Scheme Object", "2.0", "flow authorizationUrl tokenUrl scopes"),
        ("Security Scheme Object", "3.0 3.1 3.2", "scheme bearerFormat flows openIdConnectUrl"),
        ("Security Scheme Object", "3.2", "oauth2MetadataUrl deprecated"),
        ("OAuth Flows Object", "3.0 3.1 3.2", "implicit password clientCredentials authorizationCode"),
        ("OAuth Flows Object", "3.2", "deviceAuthorization"),
        ("OAuth Flow Object", "3.0 3.1 3.2", "authorizationUrl tokenUrl refreshUrl scopes"),
        ("OAuth Flow Object", "3.2", "deviceAuthorizationUrl"),
        ("Security Requirement Object", "2.0 3.0 3.1 3.2", "{name}"),
        ("Schema Object", "2.0 3.0 3.1 3.2",
            "$ref type format title description default multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum items allOf properties additionalProperties discriminator readOnly xml externalDocs example"),
        ("Schema Object", "3.0", "nullable"),
        ("Schema Object", "3.0 3.1 3.2", "oneOf anyOf not writeOnly deprecated"),
        ("Schema Object", "3.1 3.2",
            "$schema $vocabulary $id $anchor $dynamicRef $dynamicAnchor $defs $comment true false prefixItems contains minContains maxContains patternProperties propertyNames if then else dependentSchemas dependentRequired unevaluatedItems unevaluatedProperties const examples contentEncoding contentMediaType contentSchema"),
        ("Discriminator Object", "3.0 3.1 3.2", "propertyName mapping"),
        ("Discriminator Object", "3.2", "defaultMapping"),
        ("XML Object", "2.0 3.0 3.1 3.2", "name namespace prefix attribute wrapped"),
        ("XML Object", "3.2", "nodeType"),
    ];

    /// <summary>Object, keyword and version, one line each.</summary>
    public static IEnumerable<string> All => _lists
        .SelectMany(static list =>
            list.Versions.Split(' ').SelectMany(version => list.Keywords.Split(' ').Select(keyword => $"{list.Object}: {keyword} of {version}")));
}
