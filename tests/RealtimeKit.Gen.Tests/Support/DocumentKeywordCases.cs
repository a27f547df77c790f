namespace RealtimeKit.Gen.Tests.Support;

/// <summary>One document that has every field but those of schemas, in OpenAPI 3.2, and one in Swagger 2.0.</summary>
internal static class DocumentKeywordCases
{
    public const string Document = """
        openapi: 3.2.0
        $self: https://a.example/openapi
        jsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base
        info:
          title: Info title
          summary: Info summary
          description: Info description
          termsOfService: 'https://a.example/terms'
          contact: { name: Contact name, url: 'https://a.example/contact', email: contact@a.example }
          license: { name: License name, identifier: MIT, url: 'https://a.example/license' }
          version: 1.2.3
        externalDocs: { url: 'https://a.example/root-docs', description: Root docs words }
        servers:
          - url: 'https://{region}.a.example/v1'
            name: server-name
            description: Server description
            variables: { region: { default: eu, enum: [eu, us], description: Variable description } }
        security: [{ key: [] }]
        tags: [{ name: pets, description: Tag description, externalDocs: { url: 'https://a.example/tag-docs' } }]
        paths:
          /pets/{id}:
            summary: Path summary
            description: Path description
            servers: [{ url: 'https://path.a.example/' }]
            parameters: [{ $ref: '#/components/parameters/Id', summary: Reference summary, description: Reference description }]
            get:
              tags: [pets]
              summary: Operation summary
              description: Operation description
              externalDocs: { url: 'https://a.example/operation-docs' }
              operationId: getPet
              deprecated: true
              parameters:
                - name: q
                  in: query
                  description: Parameter description
                  deprecated: true
                  allowEmptyValue: true
                  required: true
                  example: parameter-example
                  schema: { type: string }
                - { name: r, in: query, examples: { one: { summary: Example summary, value: parameter-examples } }, schema: { type: integer } }
              responses:
                '200':
                  summary: Response summary
                  description: Response description
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Pet' }
                      example: { name: media-example }
                      examples:
                        two: { $ref: '#/components/examples/Two' }
                        three: { $ref: '#/components/examples/Three' }
                default: { $ref: 'https://a.example/openapi#/components/responses/Fault' }
            post:
              operationId: addPet
              requestBody: { $ref: '#/components/requestBodies/Pet' }
              security: []
              responses: { '204': { description: ok } }
            put:
              operationId: uploadPhoto
              description: Own description
              summary: Own summary
              requestBody:
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      properties:
                        photo: { type: string, format: binary }
                        meta: { type: object, properties: { a: { type: string } } }
                    encoding:
                      meta:
                        contentType: application/json
                        encoding: { a: { contentType: encoding/nested } }
                        prefixEncoding: [{ contentType: encoding/prefix }]
                        itemEncoding: { contentType: encoding/item }
              responses: { '204': { description: ok } }
          /aliases: { $ref: '#/components/pathItems/Alias' }
        components:
          schemas: { Pet: { type: object, description: Schema description, properties: { name: { type: string, deprecated: true, title: Property title } } } }
          parameters: { Id: { name: id, in: path, required: true, description: Component parameter, schema: { type: string } } }
          responses:
            Fault:
              description: Component response
              content: { application/json: { schema: { type: object, properties: { code: { type: integer } } } } }
          requestBodies:
            Pet:
              description: Component body
              required: true
              content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
          examples:
            Two: { summary: Component example, value: { name: component-example } }
            Three: { dataValue: { name: data-value }, serializedValue: serialized-value }
          headers: { Rate: { description: Component header, schema: { type: integer } } }
          pathItems:
            Alias:
              get:
                operationId: listAliases
                responses:
                  '200':
                    description: ok
                    headers: { X-Rate: { $ref: '#/components/headers/Rate' } }
                    content: { application/json: { schema: { type: array, items: { type: string } } } }
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key, description: Scheme description, deprecated: true }
            login:
              type: oauth2
              oauth2MetadataUrl: 'https://a.example/metadata'
              flows:
                clientCredentials:
                  tokenUrl: 'https://a.example/token'
                  refreshUrl: 'https://a.example/refresh'
                  scopes: { read: Scope description }
            device:
              type: oauth2
              flows:
                deviceAuthorization:
                  deviceAuthorizationUrl: 'https://a.example/device'
                  tokenUrl: 'https://a.example/of-device'
                authorizationCode:
                  authorizationUrl: 'https://a.example/authorize'
                  tokenUrl: 'https://a.example/zz'
            token: { type: http, scheme: bearer, bearerFormat: JWT }
        """;

    public const string Swagger = """
        swagger: '2.0'
        host: a.example
        info: { title: Info title, version: '1' }
        paths:
          /a/{id}:
            get:
              operationId: getA
              schemes: [http]
              parameters:
                - { name: id, in: path, required: true, type: string, maxLength: 3, pattern: a }
                - { name: flag, in: query, type: boolean, default: true, allowEmptyValue: true }
                - { name: order, in: query, type: string, enum: [up, down] }
                - { name: since, in: query, type: string, format: date }
                - { name: sizes, in: query, type: array, items: { type: string, enum: [small, large] } }
                - { name: names, in: query, type: array, items: { type: string, default: item-default } }
                - { $ref: '#/parameters/Limit' }
              responses:
                '200':
                  description: ok
                  examples: { application/json: { name: response-example } }
                  headers: { X-Rate: { type: integer } }
                  schema: { $ref: '#/definitions/Thing' }
                '404': { $ref: '#/responses/Missing' }
        definitions:
          Thing: { type: object, discriminator: kind, required: [kind], properties: { kind: { type: string }, extra: { type: string, x-nullable: true } } }
          Part: { allOf: [{ $ref: '#/definitions/Thing' }, { type: object, properties: { size: { type: integer } } }] }
        parameters: { Limit: { name: limit, in: query, type: integer, format: int32 } }
        responses: { Missing: { description: Gone, schema: { type: object, properties: { message: { type: string } } } } }
        securityDefinitions:
          login: { type: basic }
          flow: { type: oauth2, flow: application, tokenUrl: 'https://a.example/token', scopes: { read: Scope description } }
          key: { type: apiKey, in: query, name: k }
        security: [{ login: [] }]
        """;

    public static IReadOnlyList<DocumentKeywordCase> All { get; } =
    [
        new("$self", "Code", IsSeen: true),
        new("jsonSchemaDialect", "dialect", IsSeen: false),
        new("servers", "https://eu.a.example/v1/", IsSeen: true),
        new("externalDocs", "<seealso href=\"https://a.example/root-docs\">Root docs words<", IsSeen: true),
        new("tags", "Tag description", IsSeen: true),
        new("tags.externalDocs", "<seealso href=\"https://a.example/tag-docs\">", IsSeen: true),
        new("info.title", "Info title", IsSeen: true),
        new("info.summary", "Info summary", IsSeen: false),
        new("info.description", "Info description", IsSeen: true),
        new("info.termsOfService", "a.example/terms", IsSeen: false),
        new("info.contact", "Contact name", IsSeen: false),
        new("info.license", "License name", IsSeen: false),
        new("info.version", "1.2.3", IsSeen: false),
        new("servers.description", "Server description", IsSeen: true),
        new("servers.name", " ServerName(", IsSeen: true),
        new("servers.variables", "(string region = \"eu\")", IsSeen: true),
        new("servers.variables.enum", "One of eu, us.", IsSeen: true),
        new("servers.variables.default", "region = \"eu\"", IsSeen: true),
        new("servers.variables.description", "Variable description", IsSeen: true),
        new("components.responses", "Code", IsSeen: true),
        new("components.parameters", "Component parameter", IsSeen: true),
        new("components.examples", "component-example", IsSeen: false),
        new("components.requestBodies", "Pet request,", IsSeen: true),
        new("components.headers", "Component header", IsSeen: true),
        new("components.securitySchemes", "\"key\"", IsSeen: true),
        new("components.pathItems", "ListAliasesAsync", IsSeen: true),
        new("pathItem.summary", "Path summary", IsSeen: true),
        new("pathItem.description", "Path description", IsSeen: true),
        new("pathItem.servers", "https://path.a.example/", IsSeen: true),
        new("operation.tags", "PetsClient", IsSeen: true),
        new("operation.summary", "Operation summary", IsSeen: true),
        new("operation.description", "Operation description", IsSeen: true),
        new("operation.externalDocs", "<seealso href=\"https://a.example/operation-docs\">", IsSeen: true),
        new("operation.operationId", "UploadPhotoAsync(", IsSeen: true),
        new("operation.deprecated", "Obsolete", IsSeen: true),
        new("parameter.description", "Parameter description", IsSeen: true),
        new("parameter.required", "string q,", IsSeen: true),
        new("parameter.allowEmptyValue", "mptyValue", IsSeen: false),
        new("parameter.example", "parameter-example", IsSeen: false),
        new("parameter.examples", "parameter-examples", IsSeen: false),
        new("requestBody.description", "Component body", IsSeen: false),
        new("mediaType.example", "media-example", IsSeen: false),
        new("mediaType.examples", "Component example", IsSeen: false),
        new("encoding.encoding", "encoding/nested", IsSeen: false),
        new("encoding.prefixEncoding", "encoding/prefix", IsSeen: false),
        new("encoding.itemEncoding", "encoding/item", IsSeen: false),
        new("response.summary", "Response summary", IsSeen: false),
        new("response.description", "Response description", IsSeen: false),
        new("reference.summary", "Reference summary", IsSeen: false),
        new("reference.description", "Reference description", IsSeen: false),
        new("securityScheme.description", "Scheme description", IsSeen: false),
        new("securityScheme.bearerFormat", "JWT", IsSeen: false),
        new("securityScheme.flows", "a.example/token", IsSeen: true),
        new("oauthFlow.authorizationUrl", "a.example/authorize", IsSeen: false),
        new("oauthFlow.refreshUrl", "a.example/refresh", IsSeen: false),
        new("oauthFlow.scopes", "Scope description", IsSeen: false),
        new("oauthFlow.deviceAuthorizationUrl", "a.example/device", IsSeen: false),
        new("example.dataValue", "data-value", IsSeen: false),
        new("example.serializedValue", "serialized-value", IsSeen: false),
        new("securityScheme.oauth2MetadataUrl", "a.example/metadata", IsSeen: false),
    ];

    public static IReadOnlyList<DocumentKeywordCase> OfSwagger { get; } =
    [
        new("definitions", "record Thing", IsSeen: true),
        new("parameters", "int? limit = null", IsSeen: true),
        new("responses", "Message", IsSeen: true),
        new("securityDefinitions", "\"login\"", IsSeen: true),
        new("operation.schemes", "https://a.example/", IsSeen: true),
        new("parameter.type", "bool? flag", IsSeen: true),
        new("parameter.format", "DateOnly? since", IsSeen: true),
        new("parameter.default", "Default: true.", IsSeen: true),
        new("parameter.enum", "Order? order", IsSeen: true),
        new("items.enum", "GetASize>? sizes", IsSeen: true),
        new("items.default", "item-default", IsSeen: false),
        new("parameter.maxLength", "axLength", IsSeen: false),
        new("response.examples", "response-example", IsSeen: false),
        new("securityScheme.flow", "Scope description", IsSeen: false),
        new("securityScheme.tokenUrl", "https://a.example/token", IsSeen: true),
    ];
}
