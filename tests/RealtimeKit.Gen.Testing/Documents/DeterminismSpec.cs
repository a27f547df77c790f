namespace RealtimeKit.Gen.Testing.Documents;

/// <summary>A document with everything that a culture, a clock or a sort order could change.</summary>
internal static class DeterminismSpec
{
    public const string Yaml = """
        openapi: 3.1.0
        info:
          title: Iıİi
          version: 1.0.0
          description: |-
            Two lines
            of text.
        servers:
          - url: https://example.test/v1
        paths:
          /items/{item_id}:
            get:
              operationId: get_item
              description: |-
                First line.

                Third line with -1.5 and 1e3.
              tags: [items]
              parameters:
                - name: item_id
                  in: path
                  required: true
                  schema: { type: integer, format: int64 }
                - name: ratio
                  in: query
                  schema: { type: number, format: double, default: -1.5 }
                - name: since
                  in: query
                  schema: { type: string, format: date-time }
              responses:
                '404':
                  description: Gone
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/fault' }
                '200':
                  description: It
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/item' }
            delete:
              operationId: INIT_item
              tags: [items]
              parameters:
                - name: item_id
                  in: path
                  required: true
                  schema: { type: integer, format: int64 }
              responses:
                '204': { description: Deleted }
          /identities:
            post:
              operationId: issue_identity
              tags: [identities]
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/identity' }
              responses:
                '201':
                  description: It
                  links:
                    second: { operationId: INIT_item, parameters: { item_id: 2 } }
                    first: { operationId: get_item, parameters: { ratio: 1, item_id: $response.body#/items } }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/identity' }
        security: [{ grant: [] }]
        components:
          securitySchemes:
            grant:
              type: oauth2
              flows:
                password: { tokenUrl: https://example.test/password, scopes: {} }
                clientCredentials: { tokenUrl: https://example.test/token, scopes: {} }
          schemas:
            item:
              type: object
              required: [id, kind]
              properties:
                id: { type: integer, format: int64, minimum: -9007199254740991 }
                kind: { $ref: '#/components/schemas/kind' }
                weight: { type: number, default: -0.25 }
                csak: { type: string }
                cukor: { type: string }
                is_idle: { type: boolean, default: true }
                part: { $ref: '#part' }
            whole: { $anchor: part, type: object, properties: { whole: { type: string } } }
            half: { $anchor: part, type: object, properties: { half: { type: string } } }
            kind:
              type: string
              enum: [INVALID, idle, Ignored, csoda, cukor]
            identity:
              type: object
              required: [issuer]
              properties:
                issuer: { type: string }
                items:
                  type: array
                  items: { $ref: '#/components/schemas/item' }
                limits:
                  type: object
                  additionalProperties: { type: integer, format: int32 }
            fault:
              type: object
              properties:
                code: { type: integer, format: int32, enum: [-1, 0, 1] }
                message: { type: string }
        """;
}
