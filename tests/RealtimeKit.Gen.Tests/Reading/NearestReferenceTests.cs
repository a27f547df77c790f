using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>A reference to nothing is reported at its place, with the most similar name.</summary>
public class NearestReferenceTests
{
    [Theory]
    [InlineData("#/components/schemas/Thnig", "#/components/schemas/Thing")]
    [InlineData("#/components/schemas/thing", "#/components/schemas/Thing")]
    [InlineData("#/components/schema/Thing", "#/components/schemas/Thing")]
    [InlineData("#/component/schemas/Thing", "#/components/schemas/Thing")]
    [InlineData("#/Components/Schemas/thing", "#/components/schemas/Thing")]
    [InlineData("#components/schemas/Thing", "#/components/schemas/Thing")]
    [InlineData("#/definitions/Thing", "#/components/schemas/Thing")]
    [InlineData("#/Thing", "#/components/schemas/Thing")]
    [InlineData("#Thing", "#/components/schemas/Thing")]
    [InlineData("#/components/schemas/Thing/propertis/nmae", "#/components/schemas/Thing/properties/name")]
    [InlineData("#/components/schemas/a~1c", "#/components/schemas/a~1b")]
    public void A_reference_into_the_document(string reference, string meant)
    {
        Reported reported = Run(reference).AssertReports("RTK0020", line: 12);

        Assert.Equal($"The reference '{reference}' points at nothing; did you mean '{meant}'?", reported.Message);
    }

    [Theory]
    [InlineData("Thing", "#/components/schemas/Thing")]
    [InlineData("/components/schemas/Thing", "#/components/schemas/Thing")]
    [InlineData("components/schemas/Thing", "#/components/schemas/Thing")]
    [InlineData("parts/comon.yaml#/Part", "parts/common.yaml#/Part")]
    [InlineData("./parts/Common.yaml#/Part", "parts/common.yaml#/Part")]
    [InlineData("common.yaml#/Part", "parts/common.yaml#/Part")]
    [InlineData("../parts/common.yaml#/Part", "parts/common.yaml#/Part")]
    [InlineData("parts/common.yml#/Part", "parts/common.yaml#/Part")]
    public void A_reference_to_a_file(string reference, string meant)
    {
        Reported reported = Run(reference).AssertReports("RTK0021", line: 12);

        Assert.EndsWith($"; did you mean '{meant}'?", reported.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_into_another_file()
    {
        Reported reported = Run("parts/common.yaml#/Prat").AssertReports("RTK0020", line: 12);

        Assert.EndsWith("; did you mean 'parts/common.yaml#/Part'?", reported.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#/components/schemas/Alias/properties/name", "#/components/schemas/Alias", "#/components/schemas/Thing")]
    [InlineData("#/components/schemas/Alias/propertes/name", "#/components/schemas/Alias", "#/components/schemas/Thing")]
    [InlineData("#/components/schemas/Part/properties/a%20b", "#/components/schemas/Part", "parts/common.yaml#/Part")]
    [InlineData("parts/common.yaml#/Alias/properties/x", "parts/common.yaml#/Alias", "#/Part")]
    public void A_reference_through_another_reference_names_it(string reference, string end, string target)
    {
        Reported reported = Run(
            reference,
            "Part: { type: object }\nAlias: { $ref: '#/Part' }\n",
            ", Alias: { $ref: '#/components/schemas/Thing' }, Part: { $ref: 'parts/common.yaml#/Part' }").AssertReports("RTK0020", line: 12);

        Assert.Equal($"The reference '{reference}' points at nothing: the pointer ends at '{end}', which is a reference to '{target}'", reported.Message);
    }

    [Theory]
    [InlineData("#/components/schemas/Pet")]
    [InlineData("#/components/schemas/only")]
    public void A_component_of_another_kind_is_not_proposed(string reference)
    {
        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ $ref: '{reference}' }}").Edit(
            "components:", "components:\n  securitySchemes: { key: { type: http, scheme: basic } }\n  headers: { only: { schema: { type: string } } }"));

        Assert.Equal($"The reference '{reference}' points at nothing", run.AssertReports("RTK0020", line: 12).Message);
    }

    [Theory]
    [InlineData("#/components/schemas/Zebra")]
    [InlineData("https://example.com/other.yaml#/Thing")]
    [InlineData("other.yaml#/Thing")]
    public void Nothing_is_proposed_for_a_name_that_resembles_none(string reference) =>
        Assert.All(Run(reference).Diagnostics, static diagnostic => Assert.DoesNotContain("did you mean", diagnostic.Message));

    [Fact]
    public void A_file_that_cannot_be_read_is_not_called_missing()
    {
        GeneratorRun run = Run("parts/common.yaml#/Part", "Part: [");

        run.AssertReports("RTK0001");
        Assert.DoesNotContain(run.Diagnostics, static diagnostic => diagnostic.Id == "RTK0021");
    }

    [Fact]
    public void Many_references_to_nothing_among_many_names_take_no_longer_than_the_document()
    {
        string properties = string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"p{i}: {{ $ref: '#/components/schemas/Missing{i}' }}, "));
        string schemas =
            string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"A_component_with_quite_a_long_name_and_the_number_{i}: {{ type: string }}, "));

        GeneratorRun run = GeneratorRunner.Run(SpecTexts.WithResponse($"{{ type: object, properties: {{ {properties} }} }}", $"{{ {schemas} }}"));

        run.AssertReports("RTK0020");
    }

    private static GeneratorRun Run(string reference, string common = "Part: { type: string }\n", string more = "") => GeneratorRunner.Run(
    [
        new SpecItem(new SpecFile("/project/spec.yaml",
            SpecTexts.WithResponse(
                $"{{ $ref: '{reference}' }}",
                $"{{ Thing: {{ type: object, properties: {{ name: {{ type: string }} }} }}, a/b: {{ type: string }}{more} }}")),
            SpecItem.Spec),
        new SpecItem(new SpecFile("/project/parts/common.yaml", common), SpecItem.Reference),
    ]);
}
