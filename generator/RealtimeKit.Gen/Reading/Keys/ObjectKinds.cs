namespace RealtimeKit.Gen.Reading.Keys;

/// <summary>
/// The objects of Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 with the keys of all versions, and with those of JSON Schema
/// from draft 4 to 2020-12. The value of <c>key(Kind)</c> is an object or a list of objects, and the value of
/// <c>key{Kind}</c> is a map of names to objects. The value of any other key is data: examples, defaults, names, scopes.
/// </summary>
internal static class ObjectKinds
{
    public const string Root = "OpenAPI Object";
    public const string PathItem = "Path Item Object";
    public const string IncomingPathItem = "Path Item Object of a callback";
    public const string Operation = "Operation Object";
    public const string Parameter = "Parameter Object";
    public const string Response = "Response Object";
    public const string Header = "Header Object";
    public const string Schema = "Schema Object";
    public const string Components = "Components Object";
    public const string Link = "Link Object";
    public const string Server = "Server Object";
    public const string Discriminator = "Discriminator Object";
    public const string RequestBody = "Request Body Object";
    public const string MediaType = "Media Type Object";
    public const string Encoding = "Encoding Object";
    public const string Callback = "Callback Object";
    public const string SecurityScheme = "Security Scheme Object";
    public const string Responses = "Responses Object";

    /// <summary>The items of a list in a parameter or header of Swagger 2.0. They are read as a schema, and have a layout of their own.</summary>
    public const string Items = "Items Object";

    /// <summary>The keys of a value in Swagger 2.0, for which later versions have a schema.</summary>
    private const string SwaggerValue =
        "type format items(Items Object) collectionFormat default maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems enum multipleOf";

    /// <summary>The keys of a schema, except those of its items.</summary>
    private const string SchemaKeys =
        "type format title description default multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties "
        + "minProperties required enum const example examples nullable readOnly writeOnly deprecated prefixItems(Schema Object) additionalItems(Schema Object) "
        + "unevaluatedItems(Schema Object) contains(Schema Object) minContains maxContains allOf(Schema Object) oneOf(Schema Object) anyOf(Schema Object) not(Schema Object) if(Schema Object) "
        + "then(Schema Object) else(Schema Object) properties{Schema Object} patternProperties{Schema Object} additionalProperties(Schema Object) unevaluatedProperties(Schema Object) "
        + "propertyNames(Schema Object) dependentSchemas{Schema Object} dependentRequired dependencies{Schema Object} $defs{Schema Object} definitions{Schema Object} contentEncoding "
        + "contentMediaType contentSchema(Schema Object) discriminator(Discriminator Object) xml(XML Object) externalDocs(External Documentation Object) "
        + "id $id $schema $vocabulary $anchor $ref $dynamicRef $dynamicAnchor $recursiveRef $recursiveAnchor $comment";

    private const string MethodsWithOperations =
        "get(Operation Object) put(Operation Object) post(Operation Object) delete(Operation Object) options(Operation Object) head(Operation Object) patch(Operation Object) "
        + "trace(Operation Object) query(Operation Object) additionalOperations{Operation Object}";

    private static readonly Dictionary<string, ObjectKind> _kinds = new[]
    {
        Kind(Root, "swagger openapi $self info(Info Object) host basePath schemes consumes produces jsonSchemaDialect servers(Server Object) paths webhooks components(Components Object) "
            + "definitions parameters responses securityDefinitions{Security Scheme Object} security tags(Tag Object) externalDocs(External Documentation Object)"),
        Kind("Info Object", "title summary description termsOfService contact(Contact Object) license(License Object) version"),
        Kind("Contact Object", "name url email"),
        Kind("License Object", "name identifier url"),
        Kind(Server, "url name description variables{Server Variable Object}"),
        Kind("Server Variable Object", "enum default description"),
        Kind(Components, "schemas responses parameters examples requestBodies headers securitySchemes{Security Scheme Object} links callbacks pathItems mediaTypes"),
        Kind(PathItem, "$ref summary description get put post delete options head patch trace query additionalOperations servers(Server Object) parameters(Parameter Object)"),
        Kind(IncomingPathItem, "$ref summary description servers(Server Object) parameters(Parameter Object) " + MethodsWithOperations),
        Kind(Operation, "tags summary description externalDocs(External Documentation Object) operationId consumes produces schemes parameters(Parameter Object) "
            + "requestBody(Request Body Object) responses(Responses Object) callbacks{Callback Object} deprecated security servers(Server Object)"),
        Kind("External Documentation Object", "description url"),
        Kind(Parameter, "name in description required deprecated allowEmptyValue style explode allowReserved schema(Schema Object) content{Media Type Object} example examples " + SwaggerValue),
        Kind(RequestBody, "description content{Media Type Object} required"),
        Kind(MediaType, "schema(Schema Object) itemSchema(Schema Object) example examples encoding{Encoding Object} prefixEncoding(Encoding Object) itemEncoding(Encoding Object)"),
        Kind(Encoding, "contentType headers{Header Object} style explode allowReserved encoding{Encoding Object} prefixEncoding(Encoding Object) itemEncoding(Encoding Object)"),
        Map(Responses, Response),
        Kind(Response, "summary description schema(Schema Object) examples headers{Header Object} content{Media Type Object} links{Link Object}"),
        Map(Callback, IncomingPathItem),
        Kind(Header, "description required deprecated allowEmptyValue style explode allowReserved schema(Schema Object) content{Media Type Object} example examples " + SwaggerValue),
        Kind(Link, "operationRef operationId parameters requestBody description server(Server Object)"),
        Kind("Tag Object", "name summary description externalDocs(External Documentation Object) parent kind"),
        Kind(SecurityScheme, "type description name in scheme bearerFormat flows(OAuth Flows Object) openIdConnectUrl oauth2MetadataUrl deprecated flow authorizationUrl tokenUrl scopes"),
        Kind("OAuth Flows Object", "implicit(OAuth Flow Object) password(OAuth Flow Object) clientCredentials(OAuth Flow Object) authorizationCode(OAuth Flow Object) deviceAuthorization(OAuth Flow Object)"),
        Kind("OAuth Flow Object", "authorizationUrl deviceAuthorizationUrl tokenUrl refreshUrl scopes"),
        Kind(Schema, "items(Schema Object) " + SchemaKeys),
        Kind(Items, "items(Items Object) collectionFormat " + SchemaKeys),
        Kind(Discriminator, "propertyName mapping defaultMapping"),
        Kind("XML Object", "name namespace prefix attribute wrapped nodeType"),
    }.ToDictionary(static kind => kind.Name, StringComparer.Ordinal);

    public static ObjectKind Of(string name) => _kinds[name];

    private static ObjectKind Map(string name, string values) => new(name, new(StringComparer.Ordinal), values);

    private static ObjectKind Kind(string name, string keys)
    {
        Dictionary<string, KeyContent> contents = new(StringComparer.Ordinal);
        for (int at = 0; at < keys.Length;)
        {
            int end = keys.IndexOfAny([' ', '(', '{'], at);
            end = end < 0 ? keys.Length : end;
            string key = keys.Substring(at, end - at);
            string kind = "";
            bool isMap = end < keys.Length && keys[end] == '{';
            if (isMap || (end < keys.Length && keys[end] == '('))
            {
                int close = keys.IndexOf(isMap ? '}' : ')', end);
                kind = keys.Substring(end + 1, close - end - 1);
                end = close + 1;
            }

            contents.Add(key, new KeyContent(kind, isMap));
            at = end + 1;
        }

        return new ObjectKind(name, contents, "");
    }
}
