using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Checks where a property that may be absent or null is an <c>Optional</c>.</summary>
public sealed class OptionalTests
{
    [Fact]
    public void A_property_outside_of_a_patch_is_a_plain_nullable_one_that_takes_any_value_and_leaves_null_out() => Assert.Equal(
        """{"note":"n","accessToken":"x","status":"Open","lines":[{"sku":"s"}],"counts":{"a":1}} | {"lines":[]}""",
        Write(
            "post",
            "application/json",
            "",
            """
            Line[] lines = [new Line { Sku = "s" }];
            Order full = new() { Note = "n", AccessToken = "x", Status = Status.Open, Lines = lines, Counts = new Dictionary<string, long> { ["a"] = 1 } };
            Order empty = new() { Note = null, AccessToken = null, Status = null, Lines = [], Counts = null };
            string note = full.Note ?? "";
            foreach (Line line in full.Lines ?? []) { note += line.Sku; }
            """));

    [Theory]
    [InlineData("patch", "application/json", "")]
    [InlineData("patch", "application/json", "PATCH")]
    [InlineData("post", "application/merge-patch+json", "")]
    [InlineData("post", "application/json", "always")]
    public void A_property_of_a_patch_distinguishes_null_from_absent(string method, string mediaType, string option) => Assert.Equal(
        """{"note":"n"} | {"note":null}""",
        Write(method, mediaType, option, """Order full = new() { Note = "n" }; Order empty = new() { Note = (string?)null };"""));

    [Fact]
    public void Lists_maps_enums_and_secrets_of_a_patch_need_no_cast() => Assert.Equal(
        """{"note":"n","accessToken":"x","status":"Open","lines":[{"sku":"s"}],"counts":{"a":1}} | {"note":null,"accessToken":null,"status":null,"lines":null,"counts":null}""",
        Write(
            "patch",
            "application/json",
            "",
            """
            Line[] lines = [new Line { Sku = "s" }];
            Order full = new() { Note = "n", AccessToken = "x", Status = Status.Open, Lines = [.. lines], Counts = new Dictionary<string, long> { ["a"] = 1 } };
            Order empty = new() { Note = (string?)null, AccessToken = null, Status = null, Lines = null, Counts = null };
            IReadOnlyList<Line> any = lines;
            full = full with { Lines = lines };
            full = full with { Lines = new(any), AccessToken = new(full.AccessToken.Value), Status = full.Status.Value };
            if (full.ToString().Contains("AccessToken = x")) { throw new System.InvalidOperationException(); }
            """));

    [Theory]
    [InlineData("{}")]
    [InlineData("{ description: Anything. }")]
    [InlineData("{ allOf: [{}] }")]
    [InlineData("{ anyOf: [{ type: string }, {}] }")]
    [InlineData("true")]
    public void Null_that_was_received_for_any_json_of_a_patch_is_sent_back(string any) => Assert.Equal(
        """{"any":null} | {} | {"any":1} | {"any":null}""",
        Write(
            "patch",
            "application/json",
            "",
            """
            Order full = System.Text.Json.JsonSerializer.Deserialize<Order>("{\"any\":null}")!;
            Order empty = System.Text.Json.JsonSerializer.Deserialize<Order>("{}")!;
            Order one = empty with { Any = System.Text.Json.JsonSerializer.SerializeToElement(1) };
            Order none = one with { Any = (System.Text.Json.JsonElement?)null };
            """,
            any,
            "full empty one none"));

    [Theory]
    [InlineData("post", "{}", "other", "System.Nullable`1[System.Text.Json.JsonElement]")]
    [InlineData("patch", "{}", "any", "System.Text.Json.JsonElement")]
    [InlineData("patch", "{ type: string, x-dotnet-type: System.Text.Json.JsonElement }", "other", "System.Nullable`1[System.Text.Json.JsonElement]")]
    public void Any_json_is_plain_where_null_is_not_distinguished_from_absent(string method, string any, string required, string expected)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec(method, "application/json", any, required));

        run.AssertCompiles();
        Assert.Equal(expected, run.Assembly.GetExportedTypes().Single(static type => type.Name == "Order").GetProperty("Any")!.PropertyType.ToString());
    }

    [Fact]
    public void No_property_is_optional_if_the_item_says_so() => Assert.Equal(
        """{"note":"n"} | {}""",
        Write("patch", "application/json", "never", """Order full = new() { Note = "n" }; Order empty = new() { Note = null };"""));

    [Fact]
    public void Another_value_of_the_option_is_an_error()
    {
        GeneratorRun run = GeneratorRunner.Run(Spec("post", "application/json"), new Dictionary<string, string> { ["Optional"] = "sometimes" });
        Assert.Contains("it must be patch, always or never", run.AssertReports("RTK0011").Message, StringComparison.Ordinal);
    }

    private static string Write(string method, string mediaType, string option, string code, string any = "{ type: string }", string written = "full empty")
    {
        GeneratorRun run = GeneratorRunner.Run(
            Spec(method, mediaType, any),
            new Dictionary<string, string> { ["Optional"] = option },
            consumer: $$"""
                using System.Collections.Generic;
                namespace Consumer;
                internal static class Uses
                {
                    public static string Run()
                    {
                        {{code}}
                        return string.Join(" | ", {{string.Join(", ", written.Split(' ').Select(static name => $"System.Text.Json.JsonSerializer.Serialize({name})"))}});
                    }
                }
                """);
        run.AssertCompiles();
        return (string)run.Assembly.GetType("Consumer.Uses")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    private static string Spec(string method, string mediaType, string any = "{ type: string }", string required = "") => $$"""
        openapi: 3.1.0
        info: { title: Orders, version: '1' }
        paths:
          /orders:
            {{method}}:
              operationId: send
              requestBody: { content: { {{mediaType}}: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Line: { type: object, properties: { sku: { type: string, nullable: true } } }
            Status: { type: string, enum: [Open, Closed] }
            Order:
              type: object
              required: [{{required}}]
              properties:
                any: {{any}}
                other: {}
                note: { type: string, nullable: true }
                accessToken: { type: string, nullable: true }
                status: { nullable: true, oneOf: [{ $ref: '#/components/schemas/Status' }] }
                lines: { type: array, nullable: true, items: { $ref: '#/components/schemas/Line' } }
                counts: { type: object, nullable: true, additionalProperties: { type: integer } }
        """;
}
