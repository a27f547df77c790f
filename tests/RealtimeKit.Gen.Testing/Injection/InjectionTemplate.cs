using System.Text;
using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Testing.Injection;

/// <summary>
/// A document with every place where OpenAPI has a string, and methods that replace one of them. It is JSON, which can
/// contain every string, even one that is not valid Unicode.
/// </summary>
internal static class InjectionTemplate
{
    public const string Benign = "benignWord";

    private static readonly JsonNode _template = JsonNode.Parse(Text)!;

    /// <summary>Gets the number of strings in the document: keys and values.</summary>
    public static int PositionCount { get; } = Count(_template);

    /// <summary>Returns the document with the string at a position replaced, and the path of that string.</summary>
    public static (string Json, string Way) With(int position, string replacement)
    {
        var writer = new Writer(position, replacement);
        writer.Write(_template, "#");
        return (writer.ToString(), writer.Way);
    }

    private static int Count(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Sum(static field => 1 + Count(field.Value)),
        JsonArray items => items.Sum(Count),
        JsonValue value when value.TryGetValue(out string? _) => 1,
        _ => 0,
    };

    private sealed class Writer(int position, string replacement)
    {
        private readonly StringBuilder _json = new();
        private int _next;

        public string Way { get; private set; } = "";

        public void Write(JsonNode? node, string way)
        {
            switch (node)
            {
                case JsonObject fields:
                    Enclose('{', '}', fields, field =>
                    {
                        WriteString(field.Key, $"key {way}/{field.Key}");
                        _json.Append(": ");
                        Write(field.Value, $"{way}/{field.Key}");
                    });
                    break;
                case JsonArray items:
                    Enclose('[', ']', items, item => Write(item, way + "[]"));
                    break;
                case JsonValue value when value.TryGetValue(out string? text):
                    WriteString(text, way);
                    break;
                default:
                    _json.Append(node?.ToJsonString() ?? "null");
                    break;
            }
        }

        public override string ToString() => _json.ToString();

        private void Enclose<T>(char open, char close, IEnumerable<T> items, Action<T> write)
        {
            _json.Append(open);
            string separator = "\n";
            foreach (T item in items)
            {
                _json.Append(separator);
                separator = ",\n";
                write(item);
            }

            _json.Append(close);
        }

        private void WriteString(string text, string way)
        {
            if (_next++ == position)
            {
                text = replacement;
                Way = way;
            }

            _json.Append('"');
            foreach (char unit in text)
            {
                // Escaped wherever JSON allows it, so that the text itself holds nothing unusual.
                _json.Append(unit is >= ' ' and < (char)127 and not '"' and not '\\' ? unit.ToString() : $"\\u{(int)unit:x4}");
            }

            _json.Append('"');
        }
    }

    private const string Text = """
        {
          "openapi": "3.0.3",
          "info": {
            "title": "Pets", "description": "A shop", "termsOfService": "https://pets.example/terms", "version": "1.0",
            "contact": { "name": "Ann", "url": "https://pets.example/", "email": "ann@pets.example" },
            "license": { "name": "MIT", "url": "https://pets.example/mit" }
          },
          "externalDocs": { "description": "More", "url": "https://pets.example/docs" },
          "servers": [
            {
              "url": "https://{region}.pets.example/v1",
              "description": "Live",
              "variables": { "region": { "default": "eu", "enum": [ "eu", "us" ], "description": "Where" } }
            }
          ],
          "security": [ { "key": [] } ],
          "tags": [ { "name": "pets", "description": "About pets", "externalDocs": { "description": "More", "url": "https://pets.example/pets" } } ],
          "paths": {
            "/pets/{pet_id}/toys": {
              "summary": "Toys", "description": "Toys of a pet",
              "parameters": [ { "name": "pet_id", "in": "path", "required": true, "description": "Which", "schema": { "type": "string", "format": "uuid" } } ],
              "get": {
                "tags": ["pets"], "operationId": "list_toys", "summary": "Lists", "description": "Lists the toys", "deprecated": true,
                "externalDocs": { "description": "More", "url": "https://pets.example/toys" },
                "parameters": [
                  { "name": "kind", "in": "query", "description": "Which kind", "schema": { "$ref": "#/components/schemas/Kind" } },
                  { "name": "sort", "in": "query", "style": "form", "schema": { "type": "array", "items": { "type": "string", "enum": ["up", "down"] } } },
                  { "name": "X-Trace", "in": "header", "schema": { "type": "string", "default": "none", "pattern": "^a+$" } },
                  { "name": "session", "in": "cookie", "schema": { "type": "string", "example": "abc" } }
                ],
                "responses": {
                  "200": {
                    "description": "The toys",
                    "headers": { "X-Count": { "description": "How many", "schema": { "type": "integer" } } },
                    "content": {
                      "application/json": {
                        "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Toy" } },
                        "example": [ { "name": "Ball" } ]
                      },
                      "text/csv": { "schema": { "type": "string" } },
                      "application/vnd.pets.v2+json": { "schema": { "$ref": "#/components/schemas/Fault" } }
                    },
                    "links": { "next": { "operationId": "list_toys", "description": "The next", "parameters": { "kind": "$response.body#/kind" } } }
                  },
                  "default": { "$ref": "#/components/responses/Fault" }
                }
              },
              "post": {
                "tags": ["pets"], "operationId": "add_toy", "x-ms-client-name": "addOne",
                "requestBody": {
                  "required": true,
                  "description": "The toy",
                  "content": {
                    "application/json": { "schema": { "$ref": "#/components/schemas/NewToy" } },
                    "text/plain": {},
                    "application/xml": {}
                  }
                },
                "callbacks": {
                  "onSold": {
                    "{$request.body#/url}": {
                      "post": {
                        "description": "Sold",
                        "requestBody": {
                          "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Toy" } } }
                        },
                        "responses": { "200": { "description": "Taken" } }
                      }
                    }
                  }
                },
                "responses": {
                  "201": {
                    "description": "Added",
                    "content": { "application/vnd.pets+json": { "schema": { "$ref": "#/components/schemas/Toy" } } }
                  },
                  "4XX": { "$ref": "#/components/responses/Fault" }
                },
                "security": [ { "oauth": ["write"] }, {} ],
                "servers": [ { "url": "https://upload.pets.example/" } ]
              }
            },
            "/photos": {
              "put": {
                "operationId": "put_photo",
                "requestBody": { "content": { "multipart/form-data": {
                  "schema": {
                    "type": "object",
                    "required": [ "file" ],
                    "properties": {
                      "file": { "type": "string", "format": "binary" },
                      "caption": { "type": "string" }
                    }
                  },
                  "encoding": { "file": { "contentType": "image/png" } } } } },
                "responses": { "204": { "description": "Stored" } }
              }
            }
          },
          "x-webhooks": {
            "toyLost": {
              "post": {
                "summary": "Lost",
                "requestBody": {
                  "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Toy" } } }
                },
                "responses": { "200": { "description": "Taken" } }
              }
            }
          },
          "components": {
            "schemas": {
              "Kind": {
                "type": "string",
                "description": "A kind",
                "enum": [ "soft", "hard" ],
                "x-enum-varnames": [ "Soft", "Hard" ],
                "x-enum-descriptions": [ "Soft ones", "Hard ones" ],
                "default": "soft"
              },
              "Toy": {
                "type": "object", "title": "A toy", "description": "A toy of a pet", "required": ["name"],
                "externalDocs": { "description": "More", "url": "https://pets.example/toy" },
                "properties": {
                  "name": { "type": "string", "title": "Name", "description": "What it is called", "default": "Ball", "example": "Ball", "pattern": "^[A-Z]" },
                  "kind": { "$ref": "#/components/schemas/Kind" },
                  "price": { "type": "number", "format": "double", "default": 1.5 },
                  "count": { "type": "integer", "format": "int32", "enum": [1, 2], "description": "How many" },
                  "made": { "type": "string", "format": "date-time", "x-ms-client-name": "madeAt" },
                  "secret": { "type": "string", "format": "password", "writeOnly": true },
                  "labels": { "type": "object", "additionalProperties": { "type": "string", "description": "A label" } },
                  "maker": { "type": "object", "properties": { "city": { "type": "string" } } }
                }
              },
              "NewToy": { "allOf": [ { "$ref": "#/components/schemas/Toy" }, { "type": "object", "properties": { "note": { "type": "string" } } } ] },
              "Cat": { "type": "object", "required": ["pet_type"], "properties": { "pet_type": { "type": "string" }, "claws": { "type": "boolean" } } },
              "Dog": {
                "type": "object",
                "required": [ "pet_type" ],
                "properties": {
                  "pet_type": { "type": "string" },
                  "tricks": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } }
                }
              },
              "Pet": {
                "oneOf": [ { "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" } ],
                "discriminator": { "propertyName": "pet_type", "mapping": { "cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog" } }
              },
              "Fault": { "type": "object", "properties": { "code": { "type": "integer" }, "pet": { "$ref": "#/components/schemas/Pet" } } }
            },
            "responses": { "Fault": { "description": "It failed", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Fault" } } } } },
            "securitySchemes": {
              "key": { "type": "apiKey", "name": "X-Key", "in": "header", "description": "A key" },
              "oauth": {
                "type": "oauth2",
                "flows": {
                  "clientCredentials": {
                    "tokenUrl": "https://pets.example/token",
                    "scopes": { "write": "Change things" }
                  }
                }
              }
            }
          }
        }
        """;
}
