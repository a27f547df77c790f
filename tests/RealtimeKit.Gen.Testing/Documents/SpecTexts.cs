namespace RealtimeKit.Gen.Testing.Documents;

/// <summary>Documents that several tests start from. Nothing in them gives a diagnostic.</summary>
internal static class SpecTexts
{
    /// <summary>A document with two tags, three operations and four schemas that use each other.</summary>
    public const string Library = """
        openapi: 3.0.3
        info:
          title: Library
          version: 1.0.0
        servers:
          - url: https://library.example/v1
        paths:
          /books:
            get:
              operationId: list_books
              summary: Lists the books
              tags: [Books]
              parameters:
                - name: limit
                  in: query
                  schema:
                    type: integer
                    format: int32
              responses:
                '200':
                  description: The books
                  content:
                    application/json:
                      schema:
                        type: array
                        items:
                          $ref: '#/components/schemas/Book'
          /books/{book_id}:
            get:
              operationId: get_book
              summary: Gives one book
              tags: [Books]
              parameters:
                - name: book_id
                  in: path
                  required: true
                  schema:
                    type: string
                    format: uuid
              responses:
                '200':
                  description: The book
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Book'
          /members/{member_id}:
            put:
              operationId: change_member
              summary: Changes a member
              tags: [Members]
              parameters:
                - name: member_id
                  in: path
                  required: true
                  schema:
                    type: string
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/MemberChange'
              responses:
                '200':
                  description: The member
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Member'
        components:
          schemas:
            Book:
              type: object
              description: A book
              required: [title, shelf]
              properties:
                title:
                  type: string
                  description: What it is called
                pages:
                  type: integer
                  format: int32
                  nullable: true
                shelf:
                  $ref: '#/components/schemas/Shelf'
            Shelf:
              type: string
              enum: [fiction, science]
            Member:
              type: object
              required: [name]
              properties:
                name:
                  type: string
                joined:
                  type: string
                  format: date-time
            MemberChange:
              type: object
              required: [name]
              properties:
                name:
                  type: string
        """;

    /// <summary>The smallest document with one operation; <paramref name="response"/> is the schema of its response, as flow YAML or JSON.</summary>
    public static string WithResponse(string response, string components = "{}") => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /things:
            get:
              operationId: get_thing
              responses:
                '200':
                  description: Fine
                  content:
                    application/json:
                      schema: {{response}}
        components:
          schemas: {{components}}
        """;

    /// <summary>Returns the smallest document whose one operation returns a component.</summary>
    /// <param name="root">The name of the component.</param>
    /// <param name="schemas">The components, as a block mapping.</param>
    public static string WithSchemas(string root, string schemas) => $$"""
        openapi: 3.0.1
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              operationId: get
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { $ref: '#/components/schemas/{{root}}' } } }
        components:
          schemas:
            {{schemas.Replace("\n", "\n    ", StringComparison.Ordinal)}}
        """;

    /// <summary>Replaces a text that must be there, so that an edit cannot silently become none.</summary>
    public static string Edit(this string spec, string from, string to)
    {
        int at = spec.IndexOf(from, StringComparison.Ordinal);
        return at >= 0 ? spec[..at] + to + spec[(at + from.Length)..] : throw new ArgumentException($"The document does not contain '{from}'.", nameof(from));
    }
}
