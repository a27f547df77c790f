namespace RealtimeKit.Gen.Tests.Support;

/// <summary>All keywords of a schema in OpenAPI 3.2: those of JSON Schema 2020-12, and those that OpenAPI adds.</summary>
internal static class SchemaKeywordCases
{
    public static IReadOnlyList<SchemaKeywordCase> All { get; } =
    [
        // Types.
        new("type", "{ type: integer }", "long?"),
        new("type (several)", "{ type: [string, integer] }", "union"),
        new("type (with null)", "{ type: [integer, 'null'] }", "long?"),
        new("nullable", "{ type: string, nullable: true }", "string?"),
        new("format", "{ type: string, format: uuid }", "Guid?"),
        new("format (unknown)", "{ type: string, format: shoe-size }", "string?"),
        new("true", "true", "JsonElement?"),
        new("false", "false", "JsonElement?", "RTK0034"),
        new("contentEncoding", "{ type: string, contentEncoding: base64 }", "byte[]?"),
        new("contentMediaType", "{ type: string, contentMediaType: application/json }", "string?"),
        new("contentSchema", "{ type: string, contentMediaType: application/json, contentSchema: { type: object } }", "string?"),

        // Values.
        new("enum", "{ type: string, enum: [a, b] }", "enum"),
        new("const", "{ const: a }", "string?"),
        new("default", "{ type: integer, default: 3 }", "long"),
        new("example", "{ type: integer, example: 3 }", "long?"),
        new("examples", "{ type: integer, examples: [3] }", "long?"),

        // Bounds, which the server checks.
        new("multipleOf", "{ type: integer, multipleOf: 2 }", "long?"),
        new("maximum", "{ type: integer, maximum: 2 }", "long?"),
        new("exclusiveMaximum", "{ type: integer, exclusiveMaximum: 2 }", "long?"),
        new("minimum", "{ type: integer, minimum: 2 }", "long?"),
        new("exclusiveMinimum", "{ type: integer, exclusiveMinimum: 2 }", "long?"),
        new("maxLength", "{ type: string, maxLength: 2 }", "string?"),
        new("minLength", "{ type: string, minLength: 2 }", "string?"),
        new("pattern", "{ type: string, pattern: '^a' }", "string?"),
        new("maxItems", "{ type: array, items: { type: string }, maxItems: 2 }", "IReadOnlyList<string>?"),
        new("minItems", "{ type: array, items: { type: string }, minItems: 2 }", "IReadOnlyList<string>?"),
        new("uniqueItems", "{ type: array, items: { type: string }, uniqueItems: true }", "IReadOnlyList<string>?"),
        new("maxProperties", "{ type: object, additionalProperties: { type: string }, maxProperties: 2 }", "IReadOnlyDictionary<string, string>?"),
        new("minProperties", "{ type: object, additionalProperties: { type: string }, minProperties: 2 }", "IReadOnlyDictionary<string, string>?"),

        // Arrays.
        new("items", "{ type: array, items: { type: boolean } }", "IReadOnlyList<bool>?"),
        new("prefixItems", "{ prefixItems: [{ type: string }, { type: integer }], minItems: 2 }", "record"),
        new("contains", "{ type: array, items: { type: string }, contains: { const: a } }", "IReadOnlyList<string>?", "RTK0034"),
        new("minContains", "{ type: array, items: { type: string }, minContains: 1 }", "IReadOnlyList<string>?"),
        new("maxContains", "{ type: array, items: { type: string }, maxContains: 1 }", "IReadOnlyList<string>?"),
        new("unevaluatedItems", "{ type: array, items: { type: string }, unevaluatedItems: false }", "IReadOnlyList<string>?", "RTK0034"),

        // Objects.
        new("properties", "{ type: object, properties: { a: { type: string } } }", "record"),
        new("required", "{ type: object, required: [a], properties: { a: { type: string } } }", "record"),
        new("additionalProperties", "{ type: object, additionalProperties: { type: number } }", "IReadOnlyDictionary<string, double>?"),
        new("patternProperties", "{ type: object, patternProperties: { '^a': { type: number } }, additionalProperties: false }",
            "IReadOnlyDictionary<string, double>?"),
        new("unevaluatedProperties", "{ type: object, unevaluatedProperties: { type: number } }", "IReadOnlyDictionary<string, double>?"),
        new("propertyNames", "{ type: object, additionalProperties: { type: number }, propertyNames: { pattern: '^a' } }",
            "IReadOnlyDictionary<string, double>?", "RTK0034"),
        new("dependentRequired", "{ type: string, dependentRequired: { a: [b] } }", "string?", "RTK0034"),
        new("dependentSchemas", "{ type: string, dependentSchemas: { a: true } }", "string?", "RTK0034"),

        // Composition.
        new("allOf", "{ allOf: [{ $ref: '#/components/schemas/Thing' }, { type: object, properties: { b: { type: string } } }] }", "record"),
        new("oneOf", "{ oneOf: [{ type: string }, { $ref: '#/components/schemas/Thing' }] }", "union"),
        new("anyOf", "{ anyOf: [{ type: integer }, { $ref: '#/components/schemas/Thing' }] }", "union"),
        new("discriminator", "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind } }",
            "union"),
        new("discriminator.mapping",
            "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { c: '#/components/schemas/Cat', d: Dog } } }", "union"),
        new("discriminator.defaultMapping",
            "{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, defaultMapping: Dog } }", "union"),
        new("not", "{ type: string, not: { const: a } }", "string?", "RTK0034"),
        new("if", "{ type: string, if: { const: a } }", "string?", "RTK0034"),
        new("then", "{ type: string, then: { const: a } }", "string?", "RTK0034"),
        new("else", "{ type: string, else: { const: a } }", "string?", "RTK0034"),

        // References.
        new("$ref", "{ $ref: '#/components/schemas/Thing' }", "Thing?"),
        new("$ref (with siblings)", "{ $ref: '#/components/schemas/Thing', required: [extra], properties: { extra: { type: string } } }", "record"),
        new("$defs", "{ $ref: '#/components/schemas/Holder/$defs/Inner' }", "long?"),
        new("$anchor", "{ $ref: '#cat' }", "Cat?"),
        new("$id", "{ $id: 'https://a.example/a', type: string }", "string?"),
        new("$dynamicAnchor", "{ $ref: '#/components/schemas/Node' }", "Node?"),
        new("$dynamicRef", "{ $dynamicRef: '#node' }", "Node?", "RTK0034"),
        new("$schema", "{ $schema: 'https://json-schema.org/draft/2020-12/schema', type: string }", "string?"),
        new("$vocabulary", "{ $vocabulary: { 'https://a.example/v': true }, type: string }", "string?"),
        new("$comment", "{ $comment: nothing, type: string }", "string?"),

        // Prose and use.
        new("title", "{ type: string, title: A title }", "string?"),
        new("description", "{ type: string, description: A description }", "string?"),
        new("externalDocs", "{ type: string, externalDocs: { url: 'https://a.example/docs' } }", "string?"),
        new("deprecated", "{ type: string, deprecated: true }", "string?"),
        new("readOnly", "{ type: string, readOnly: true }", "string?"),
        new("writeOnly", "{ type: string, writeOnly: true }", "SensitiveString?"),
        new("xml", "{ type: string, xml: { name: a } }", "string?", "RTK0034"),
    ];
}
