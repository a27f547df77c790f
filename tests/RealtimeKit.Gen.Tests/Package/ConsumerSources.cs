namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The source files of projects that use the package.</summary>
internal static class ConsumerSources
{
    /// <summary>A handler that always returns one response, so that a program runs without a network.</summary>
    public const string CannedWire = """
        using System.Net;
        using System.Text;

        internal sealed class CannedWire(string json) : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Console.WriteLine($"{request.Method} {request.RequestUri!.PathAndQuery}");
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                {
                    RequestMessage = request,
                    Content = new StringContent(json, Encoding.UTF8, "application/json"),
                });
            }
        }
        """;

    /// <summary>A program that uses the bundled client with a fixed response.</summary>
    public const string StopRecording = """"
        using RealtimeKit;
        using RealtimeKit.Runtime;

        const string answer = """
            {"success":true,"data":{"id":"0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10","audio_download_url":null,"download_url":null,
            "download_url_expiry":null,"file_size":null,"invoked_time":"2026-08-14T09:30:00Z","output_file_name":"standup.mp4",
            "session_id":null,"started_time":null,"status":"UPLOADING","stopped_time":null}}
            """;

        using var realtimeKit = new RealtimeKitClient(
            new() { Credential = new BearerTokenCredential("token"), AccountId = "acc", AppId = "app" },
            new HttpClient(new CannedWire(answer)));

        Recording recording = await realtimeKit.Recordings.StopAsync(new Guid("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10"));
        Console.WriteLine($"{recording.OutputFileName} {recording.Status}");
        """";

    /// <summary>A document in the consumer's project.</summary>
    public const string NotesYaml = """
        openapi: 3.0.3
        info: { title: Notes, version: 1.0.0 }
        servers: [{ url: https://notes.example/api }]
        paths:
          /notes/{note_id}:
            get:
              operationId: get_note
              tags: [Notes]
              parameters:
                - { name: note_id, in: path, required: true, schema: { type: integer, format: int32 } }
              responses:
                '200':
                  description: The note.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Note' }
        components:
          schemas:
            Note:
              type: object
              required: [text]
              properties:
                text: { type: string }
                pinned: { type: boolean }
        """;

    /// <summary>Renames the only operation.</summary>
    public const string NotesOverlay = """
        overlay: 1.0.0
        info: { title: Notes, version: 1.0.0 }
        actions:
          - target: $.paths['/notes/{note_id}'].get
            update: { x-ms-client-name: Read }
        """;

    /// <summary>The same document as JSON, with an additional property.</summary>
    public const string NotesJson = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Notes", "version": "2.0.0" },
          "servers": [{ "url": "https://notes.example/api" }],
          "paths": {
            "/notes/{note_id}": {
              "get": {
                "operationId": "get_note",
                "tags": ["Notes"],
                "parameters": [{ "name": "note_id", "in": "path", "required": true, "schema": { "type": "integer", "format": "int32" } }],
                "responses": {
                  "200": {
                    "description": "The note.",
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Note" } } }
                  }
                }
              }
            }
          },
          "components": {
            "schemas": {
              "Note": {
                "type": "object",
                "required": ["text"],
                "properties": { "text": { "type": "string" }, "pinned": { "type": "boolean" }, "author": { "type": "string" } }
              }
            }
          }
        }
        """;

    /// <summary>Reads a note through the client of <see cref="NotesYaml"/>.</summary>
    public const string ReadNote = """"
        using Acme.Notes;

        using var client = new NotesClient(new(), new HttpClient(new CannedWire("""{"text":"milk","pinned":true}""")));
        Note note = await client.Notes.GetAsync(7);
        Console.WriteLine($"{note.Text} {note.Pinned}");
        """";

    /// <summary>
    /// Operations of two tags and without a tag. Their names contain characters that have a meaning in project files.
    /// </summary>
    public const string Shop = """
        openapi: 3.0.3
        info: { title: Shop, version: 1.0.0 }
        servers: [{ url: https://shop.example/api }]
        paths:
          /pets:
            get:
              operationId: find_pet
              tags: ['Cats & "dogs"']
              responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } } }
            post:
              operationId: make_pet
              tags: ['C#, all']
              responses: { '200': { description: Done. } }
          /users:
            get:
              operationId: find_user
              tags: [Users]
              responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } } }
          /health:
            get:
              responses: { '200': { description: Well. } }
        components:
          schemas:
            Error: { type: object, properties: { message: { type: string } } }
        """;
}
