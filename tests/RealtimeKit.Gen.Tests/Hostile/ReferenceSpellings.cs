namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>More than two hundred spellings of references to something outside the project.</summary>
internal static class ReferenceSpellings
{
    /// <summary>A name that only these references have. If a system call contains it, a reference was opened.</summary>
    public const string Canary = "rtk-canary";

    private static readonly string[] _schemes =
        ["http", "https", "HTTP", "hTTps", "ftp", "ftps", "file", "FILE", "data", "jar", "ldap", "gopher", "ws", "wss", "urn", "smb", "unc", "blob",
            "javascript", "pack", "net.tcp"];

    private static readonly string[] _hosts =
        ["127.0.0.1:9", "localhost:9", "[::1]:9", "0.0.0.0:9", "2130706433:9", "0x7f.1:9", "0177.0.0.1:9", "user:pass@127.0.0.1:9", "127.0.0.1.nip.example:9",
            "①②⑦.0.0.1:9", "localhost.:9"];

    private static readonly string[] _paths =
    [
        $"/tmp/{Canary}.yaml", $"//tmp/{Canary}.yaml", $"\\\\127.0.0.1\\share\\{Canary}.yaml", $"//127.0.0.1/share/{Canary}.yaml", $"\\\\?\\C:\\{Canary}.yaml",
            $"\\\\.\\pipe\\{Canary}",
        $"C:\\{Canary}.yaml", $"C:/{Canary}.yaml", $"c:{Canary}.yaml", $"~/{Canary}.yaml", $"$HOME/{Canary}.yaml", $"%USERPROFILE%\\{Canary}.yaml",
            $"%HOME%/{Canary}.yaml",
        $"../{Canary}.yaml", $"../../../../../../tmp/{Canary}.yaml", $"..\\..\\{Canary}.yaml", $"..%2f..%2f{Canary}.yaml", $"%2e%2e/{Canary}.yaml",
            $"%2e%2e%2f%2e%2e%2f{Canary}.yaml", $"..%5c{Canary}.yaml",
        $"..%252f{Canary}.yaml", $"....//{Canary}.yaml", $"..;/{Canary}.yaml", $"./../{Canary}.yaml", $".//..//{Canary}.yaml", $"{Canary}.yaml",
            $"./{Canary}.yaml", $"{Canary}/", $"{Canary}", $"sub/{Canary}.json",
        $"{Canary}.yaml%00.json", $"{Canary}.yaml\0", $" {Canary}.yaml", $"{Canary}.yaml ", $"\t{Canary}.yaml", $"{Canary}.yaml?x=1", $"{Canary}.yaml#",
            $"{Canary}.yaml#/", $"{Canary}.yaml#/a", $"{Canary}.yaml#a", $"#{Canary}",
        $"#/{Canary}", $"#//{Canary}", $"#/components/schemas/{Canary}", $"#/components/schemas/%00{Canary}", $"##/{Canary}", $"?{Canary}", $"?{Canary}#/a",
            $"/{Canary}", $"/./{Canary}", $"//{Canary}", $"///{Canary}",
        "", " ", "#", "##", "#/", "/", ".", "..", "./", "../", "//", "///", ":", "::", "http:", "http:/", "http://", "https://", "file:", "file:/", "file://",
        "file:///", "?", "%", "%zz", "\uFEFF", "\u2028", "\uD800",
        "/dev/zero", "/dev/random", "/dev/stdin", "/proc/self/mem", "/proc/self/environ", "/etc/passwd", "file:///etc/passwd", "file://localhost/etc/passwd",
        "file:/etc/passwd", "file:etc/passwd", "/dev/tcp/127.0.0.1/9",
        "CON", "NUL", "nul.yaml", "COM1", "api.yaml/../rtk-canary.yaml", "api.json/../rtk-canary.yaml", "api.json", "./api.json#/nowhere",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. _schemes.Select(static scheme => $"{scheme}://127.0.0.1:9/{Canary}.yaml#/a"),
        .. _schemes.Select(static scheme => $"{scheme}:{Canary}.yaml"),
        .. _hosts.Select(static host => $"http://{host}/{Canary}.yaml"),
        .. _hosts.Select(static host => $"//{host}/{Canary}.yaml"),
        .. _hosts.Select(static host => $"https:{host}/{Canary}.yaml#/components/schemas/A"),
        .. _paths,
        .. _paths.Where(static path => path.Contains(Canary, StringComparison.Ordinal)).Select(static path => $"file://{path}"),
    ];

    /// <summary>The places of a document where a reference is allowed. <c>%</c> marks the position of the reference.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        Api("""{ "$ref": % }"""),
        Api("""{ "type": "array", "items": { "$ref": % } }"""),
        Api("""{ "allOf": [ { "$ref": % } ] }"""),
        Api("""{ "type": "object", "properties": { "a": { "$ref": % } }, "additionalProperties": { "$ref": % } }"""),
        Api("""{ "oneOf": [ { "$ref": "#/components/schemas/A" } ], "discriminator": { "propertyName": "a", "mapping": { "a": % } } }"""),
        Api("""{ "$dynamicRef": % }"""),
        Api("""{ "$recursiveRef": % }"""),
        Api("""{ "$id": %, "$ref": "#/components/schemas/A" }"""),
        Api("""{ "$schema": %, "type": "string" }"""),
        Api("""{ "type": "string" }""", operation: """ "parameters": [ { "$ref": % } ], """),
        Api("""{ "type": "string" }""", operation: """ "requestBody": { "$ref": % }, """),
        Api("""{ "type": "string" }""", operation: """ "callbacks": { "a": { "$ref": % } }, """),
        Api("""{ "type": "string" }""", pathItem: """ "$ref": %, """),
        Api("""{ "type": "string" }""", media: """ "examples": { "a": { "externalValue": % }, "b": { "$ref": % } }, """),
        Api("""{ "type": "string" }""", response: """ "links": { "a": { "operationRef": % } }, "headers": { "X-A": { "$ref": % } }, """),
        Api("""{ "type": "string" }""", root: """ "externalDocs": { "url": % }, "$self": %, "jsonSchemaDialect": %, """),
    ];

    private static string Api(string schema, string operation = "", string pathItem = "", string media = "", string response = "", string root = "") => $$"""
        {
          "openapi": "3.1.0", {{root}} "info": { "title": "References", "version": "1" },
          "paths": {
            "/a": {
              {{pathItem}} "get": {
                {{operation}} "responses": {
                  "200": {
                    "description": "a",
                    {{response}} "content": { "application/json": { {{media}} "schema": {{schema}} } }
                  }
                }
              }
            }
          },
          "components": { "schemas": { "A": { "type": "object", "properties": { "a": { "type": "string" } } } } }
        }
        """;
}
