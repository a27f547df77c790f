using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>A reserved word of C# as a client name is refused, and the client is emitted with its default name.</summary>
public class ClientNameTests
{
    [Theory]
    [InlineData("class")]
    [InlineData("string")]
    [InlineData("record")]
    [InlineData("required")]
    [InlineData("file")]
    [InlineData("scoped")]
    [InlineData("dynamic")]
    [InlineData("extension")]
    [InlineData("field")]
    public void A_keyword_is_no_name_of_a_client(string name)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.Library, new Dictionary<string, string> { ["ClientName"] = name });

        Assert.Equal($"'{name}' is not a valid value of ClientName: it is a keyword of C#", run.AssertReports("RTK0011").Message);
        Assert.Contains("class ApiClient", run.AllText);
    }

    [Theory]
    [InlineData("_system", "it is an alias in the emitted code")]
    [InlineData("JsonCodecs", "it is the namespace of the emitted readers and writers")]
    public void A_name_of_the_emitted_code_is_no_name_of_a_client(string name, string why)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.Library, new Dictionary<string, string> { ["ClientName"] = name });

        Assert.Equal($"'{name}' is not a valid value of ClientName: {why}", run.AssertReports("RTK0011").Message);
        run.AssertCompiles();
    }

    [Theory]
    [InlineData("ClientName", "Api\u200BClient", "ApiU+200BClient")]
    [InlineData("ClientName", "Api\u3164", "ApiU+3164")]
    [InlineData("Namespace", "Acme.\u2060Api", "Acme.U+2060Api")]
    [InlineData("Namespace", "Acme.Api\uFEFF", "Acme.ApiU+FEFF")]
    public void A_name_with_an_invisible_character_is_refused(string option, string value, string shown)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.Library, new Dictionary<string, string> { [option] = value });

        Assert.Equal($"'{shown}' is not a valid value of {option}: it contains an invisible character", run.AssertReports("RTK0011").Message);
        Assert.DoesNotContain(value, run.AllText, StringComparison.Ordinal);
    }

    /// <summary>A type of the client would replace the type or namespace of the same name that emitted code uses.</summary>
    [Theory]
    [InlineData("System")]
    [InlineData("System.Text")]
    [InlineData("RealtimeKit.Runtime")]
    public void A_namespace_that_emitted_code_uses_is_refused(string name)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.Library, new Dictionary<string, string> { ["Namespace"] = name });

        Assert.Equal($"'{name}' is not a valid value of Namespace: the emitted code uses types of this namespace", run.AssertReports("RTK0011").Message);
        Assert.Contains("namespace Api\n", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_component_does_not_take_the_name_of_the_namespace_of_the_runtime()
    {
        GeneratorRun run = GeneratorRunner.Run(
            SpecTexts.Library.Replace("Book:", "Runtime:", StringComparison.Ordinal).Replace("schemas/Book'", "schemas/Runtime'", StringComparison.Ordinal),
            new Dictionary<string, string> { ["Namespace"] = "RealtimeKit" });

        Assert.Equal("RTK0040", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("Class")]
    [InlineData("Record")]
    [InlineData("bookS")]
    public void A_word_that_is_no_keyword_is_a_name(string name)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.Library, new Dictionary<string, string> { ["ClientName"] = name }).AssertNoDiagnostics();

        run.AssertCompiles();
        Assert.Contains($"class {name}", run.AllText);
    }

    [Fact]
    public void A_name_that_is_its_spelling_is_reported_to_be()
    {
        GeneratorRun run =
            GeneratorRunner.Run(SpecTexts.WithResponse("{ type: object, properties: { a b: { type: string }, a_b: { type: string }, aB: { type: string } } }"));

        Assert.Contains(run.Diagnostics, static diagnostic =>
            diagnostic.Message.StartsWith("'aB' keeps its spelling as its name, because AB is taken within ", StringComparison.Ordinal));
        Assert.All(run.Diagnostics, static diagnostic => Assert.DoesNotContain("'aB' becomes", diagnostic.Message));
    }

    [Fact]
    public void Two_values_of_one_name_are_reported_with_the_new_name_of_each()
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse("{ type: string, enum: [a b, aB] }"));

        Reported reported = run.AssertReports("RTK0042");
        Assert.StartsWith("The values 'a b' and 'aB' both produce the name AB, so they are emitted as ", reported.Message, StringComparison.Ordinal);
        Assert.EndsWith("and aB", reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_whose_error_explains_the_missing_output_is_not_reported_to_have_no_operation()
    {
        GeneratorRun run = GeneratorRunner.Run("openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: [ { /a: {} } ]");

        run.AssertReports("RTK0030");
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0018");
    }
}
