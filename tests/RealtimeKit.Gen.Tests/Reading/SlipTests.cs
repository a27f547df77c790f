using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>Common mistakes in documents that are written by hand: each is reported by name, at the line to correct.</summary>
public class SlipTests
{
    private const string Yaml = """
        openapi: 3.0.3
        info:
          title: Pets
          version: '1'
        paths:
          /pets:
            get:
              operationId: listPets
              summary: List the pets
              parameters:
                - name: limit
                  in: query
                  schema:
                    type: integer
              responses:
                '200':
                  description: |
                    The pets: all of them
                    - and more
                  content:
                    application/json:
                      schema:
                        type: array
            post:
              operationId: addPet
              description: Adds one
                or more, as it comes
              responses:
                '204':
                  description: Done
        components:
          schemas:
            Pet:
              type: object
              required: [id]
              properties:
                id: { type: integer }
                name:
                  type: string
                  enum: [a, b]
            Other:
              type: string

        """;

    private const string Json = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Pets", "version": "1" },
          "paths": {
            "/pets": {
              "get": {
                "operationId": "listPets",
                "tags": ["a", "b"],
                "responses": {
                  "204": {
                    "description": "Done"
                  }
                }
              }
            }
          }
        }

        """;

    [Fact]
    public void A_tab_before_an_item_is_reported_at_the_tab_although_the_parser_stops_above()
    {
        Reported reported = GeneratorRunner.Run("""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  parameters:
                    - { name: a, in: query, schema: { type: string } }
                    - { name: b, in: query, schema: { type: array, items: { type: string } } }
            	- { name: c, in: query, schema: { type: string } }
                    - { name: d, in: query, schema: { type: string } }
            """).AssertReports("RTK0001", line: 9);

        Assert.Contains("A tab cannot indent a line of YAML; use spaces", reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("          schema:", "\t\t  schema:", "A tab cannot indent")]
    [InlineData("              schema:", "            \tschema:", "A tab cannot indent")]
    [InlineData("      description: Adds one", "     description: Adds one", "indented by 5 spaces")]
    [InlineData("      description: Adds one", "       description: Adds one", "indented further than the key above it")]
    [InlineData("          in: query", "         in: query", "indented by 9 spaces")]
    [InlineData("      operationId: addPet", "      operationId:addPet", "A space must follow the ':'")]
    [InlineData("  title: Pets", "  title:Pets", "A space must follow the ':'")]
    [InlineData("summary: List the pets", "summary: List: the pets", "must be in quotes")]
    [InlineData("description: Done", "description: Done: yes", "must be in quotes")]
    [InlineData("summary: List the pets", "summary: “List: the pets”", "must be in quotes")]
    [InlineData("summary: List the pets", "summary: @pets", "A value cannot begin with '@'")]
    [InlineData("summary: List the pets", "summary: `pets`", "A value cannot begin with '`'")]
    [InlineData("summary: List the pets", "summary: %pets", "A value cannot begin with '%'")]
    [InlineData("summary: List the pets", "summary: &pets & more", "must be in quotes")]
    [InlineData("summary: List the pets", "summary: {id} of pets", "There is text after the '}'")]
    [InlineData("summary: List the pets", "summary: [old] List the pets", "There is text after the ']'")]
    [InlineData("summary: List the pets", "summary: \"List\" the pets", "There is text after this closing quote")]
    [InlineData("summary: List the pets", "summary: \"List the pets", "The quote \" that opens here is not closed")]
    [InlineData("summary: List the pets", "summary: 'List the pets", "The quote ' that opens here is not closed")]
    [InlineData("summary: List the pets", "summary: 'List the pet's names'", "write an apostrophe as ''")]
    [InlineData("summary: List the pets", "summary: \"C:\\pets\"", "'\\p' is not an escape")]
    [InlineData("summary: List the pets", "summary: | List the pets", "must begin on the next line")]
    [InlineData("summary: List the pets", "summary: \"List the pets\",", "A ',' is not allowed after a value")]
    [InlineData("      summary: List the pets", "      // List the pets", "A comment begins with '#'")]
    [InlineData("required: [id]", "required: [id", "The '[' that opens here is not closed")]
    [InlineData("enum: [a, b]", "enum: [a, b", "The '[' that opens here is not closed")]
    [InlineData("enum: [a, b]", "enum: [a, b]]", "This ']' has no opening bracket")]
    [InlineData("id: { type: integer }", "id: { type: integer", "The '{' that opens here is not closed")]
    [InlineData("- name: limit", "-name: limit", "A space must follow the '-'")]
    [InlineData("      responses:\n        '200':", "      responses\n        '200':", "Expected ':' after this key")]
    [InlineData("    Pet:", "    Pet", "Expected ':' after this key")]
    [InlineData("      description: Adds one", "      - description: Adds one", "A list item is not allowed between the keys of a mapping")]
    [InlineData("        name:", "\u00a0       name:", "The character U+00A0 is not a space")]
    [InlineData("    post:", "<<<<<<< HEAD\n    post:", "This is an unresolved Git merge conflict")]
    public void A_mistake_in_yaml_is_reported_on_its_line(string right, string wrong, string message) =>
        AssertReported(Yaml, "spec.yaml", right, wrong, message);

    [Theory]
    [InlineData("\"description\": \"Done\"", "\"description\": \"Done\",", "JSON has no trailing commas")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", \"b\",]", "JSON has no trailing commas")]
    [InlineData("        \"tags\"", "        // the tags\n        \"tags\"", "JSON has no comments")]
    [InlineData("        \"tags\"", "        # the tags\n        \"tags\"", "JSON has no comments")]
    [InlineData("        \"tags\"", "        /* the tags */ \"tags\"", "JSON has no comments")]
    [InlineData("\"operationId\": \"listPets\",", "'operationId': 'listPets',", "Expected straight double quotes")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\": 'listPets',", "Expected straight double quotes")]
    [InlineData("\"operationId\": \"listPets\",", "“operationId”: “listPets”,", "Expected straight double quotes")]
    [InlineData("\"operationId\": \"listPets\",", "operationId: \"listPets\",", "'operationId' must be in double quotes")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\": listPets,", "'listPets' must be in double quotes")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\": \"listPets\"", "Expected ',' after this value")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\": \"listPets\",,", "Expected a value or a property before this ','")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\" = \"listPets\",", "Expected ':' after the property name")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\" \"listPets\",", "Expected ':' after the property name")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\": \"listPets\";", "Expected ',', but found ';'")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\": \"listPets,", "Expected '\"' before the end of the line")]
    [InlineData("\"operationId\": \"listPets\",", "\"operationId\": \"C:\\pets\",", "Expected one of the escapes")]
    [InlineData("\"operationId\": \"listPets\",", "\"deprecated\": True,", "'True' is written 'true'")]
    [InlineData("\"operationId\": \"listPets\",", "\"summary\": None,", "'None' is written 'null'")]
    [InlineData("\"operationId\": \"listPets\",", "\"x-a\": NaN,", "JSON has no number 'NaN'")]
    public void A_mistake_in_json_is_reported_on_its_line(string right, string wrong, string message)
    {
        AssertReported(Json, "spec.json", right, wrong, message);
    }

    [Theory]
    [InlineData("spec.json")]
    [InlineData("spec.yaml")]
    public void A_missing_brace_is_reported_at_the_open_one(string path)
    {
        SpecText.Read(Json.TrimEnd()[..^1], path, out string[] told);

        Assert.EndsWith("but found the end of the text; the '{' of line 1 is not closed", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_brace_that_is_missing_in_the_middle_is_located_by_the_indentation()
    {
        SpecText.Read(Json.Replace("          }\n        }\n", "        }\n", StringComparison.Ordinal), "spec.json", out string[] told);

        Assert.Equal(["RTK0001 (12,9): According to its indentation, this '}' does not close the '{' of line 10, which stays open"], told);
    }

    [Fact]
    public void A_brace_too_many_closes_nothing()
    {
        SpecText.Read(Json + "}\n", "spec.json", out string[] told);

        Assert.Equal(["RTK0001 (18,1): Expected nothing after the document, but found '}', which has no opening bracket"], told);
    }

    [Fact]
    public void What_looks_like_a_mistake_and_is_none_is_read()
    {
        SpecText.Read(Yaml);
        SpecText.Read(
            "a: b\n  and @more 'of' it\ne: http://f\n-g: h\ni:\n- j: k\n  l:m: n\n- - o\n  - p\nq: \"r\n  s\"\nt: [u,\n  v]\nw: {x: 'y', z: \"'\"}\n");
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html lang=\"en\"></html>\n", "RTK0001 (1,1): This is an HTML page")]
    [InlineData("\n  <html><body>openapi: 3.0.3</body></html>\n", "RTK0001 (2,3): This is an HTML page")]
    [InlineData("<?xml version=\"1.0\"?>\n<definitions/>\n", "RTK0001 (1,1): This is XML")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n", "RTK0001 (1,1): This is a Git LFS pointer")]
    [InlineData("\u001f\u008b\u0008\0\0", "RTK0001 (1,1): This is a compressed file")]
    [InlineData("\u001f\ufffd\u0008\0\0", "RTK0001 (1,1): This is a compressed file")]
    [InlineData("PK\u0003\u0004\0", "RTK0001 (1,1): This is a ZIP archive")]
    [InlineData("%PDF-1.7\n", "RTK0001 (1,1): This is a PDF file")]
    [InlineData("o\0p\0e\0n\0a\0p\0i\0:\0", "RTK0001 (1,1): This is not UTF-8 text")]
    [InlineData("\0o\0p\0e\0n\0a\0p\0i\0:", "RTK0001 (1,1): This is not UTF-8 text")]
    [InlineData("404: Not Found", "RTK0001 (1,1): This is a server's message ('404: Not Found')")]
    public void What_is_no_document_is_reported_as_what_it_is(string text, string expected)
    {
        foreach (string path in new[] { "spec.yaml", "spec.json" })
        {
            Assert.Null(SpecText.Read(text, path, out string[] told));
            Assert.StartsWith(expected, Assert.Single(told), StringComparison.Ordinal);
        }
    }

    private static void AssertReported(string document, string path, string right, string wrong, string message)
    {
        int at = document.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at > 0, "The document does not hold what is replaced.");
        int line = document[..at].Count(static c => c == '\n') + 1;
        foreach (string lineBreak in new[] { "\n", "\r\n" })
        {
            SpecText.Read(
                (document[..at] + wrong + document[(at + right.Length)..]).Replace("\n", lineBreak, StringComparison.Ordinal), path, out string[] told);

            string one = Assert.Single(told);
            Assert.StartsWith($"RTK0001 ({line},", one, StringComparison.Ordinal);
            Assert.Contains(message, one);
        }
    }
}
