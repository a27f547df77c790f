using System.Globalization;
using System.Text;

namespace RealtimeKit.Gen.Testing.Documents;

/// <summary>Makes documents of any size, whose operations each have parameters, a body, and a response of a separate type.</summary>
internal static class SyntheticSpec
{
    public static string Text(int operations)
    {
        var paths = new StringBuilder("openapi: 3.0.3\ninfo:\n  title: Synthetic\n  version: '1'\nservers:\n  - url: https://api.example\npaths:\n");
        var schemas = new StringBuilder("components:\n  schemas:\n");
        for (int i = 0; i < operations; i++)
        {
            paths.Append(CultureInfo.InvariantCulture, $$"""
                  /groups{{i / 10}}/{group_id}/things{{i}}:
                    put:
                      operationId: change_thing_{{i}}
                      tags: [Group{{i / 10}}]
                      summary: Changes thing number {{i}}
                      parameters:
                        - { name: group_id, in: path, required: true, schema: { type: string, format: uuid } }
                        - { name: dry_run, in: query, schema: { type: boolean } }
                      requestBody:
                        required: true
                        content: { application/json: { schema: { $ref: '#/components/schemas/thing_{{i}}' } } }
                      responses:
                        '200':
                          description: The thing
                          content: { application/json: { schema: { $ref: '#/components/schemas/thing_{{i}}' } } }

                """);
            schemas.Append(CultureInfo.InvariantCulture, $$"""
                    thing_{{i}}:
                      type: object
                      description: Thing number {{i}}
                      required: [id, state]
                      properties:
                        id: { type: string, format: uuid, description: Its identifier }
                        state: { type: string, enum: [new, used, worn_{{i}}] }
                        made_at: { type: string, format: date-time, nullable: true }
                        weight: { type: number }
                        labels: { type: object, additionalProperties: { type: string } }
                        related:
                          type: array
                          description: Others like it
                          items: { $ref: '#/components/schemas/thing_{{i / 2}}' }

                """);
        }

        return paths.Append(schemas).ToString();
    }
}
