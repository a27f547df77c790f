using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The name of a form, or of a type that several schemas describe, is free for others when its part of the document no longer exists.</summary>
public class NamesFileOfStaleFormsTests
{
    private const string Fields = "{ type: object, properties: { a: { type: string } } }";

    /// <summary>A property that two parts describe together.</summary>
    private const string Together = "{ allOf: [{ properties: { i: { properties: { x: { type: string } } } } }, { properties: { i: { properties: { y: { type: string } } } } }] }";

    [Theory]
    [InlineData("application/x-www-form-urlencoded", Fields, "UpdateThingForm")]
    [InlineData("multipart/form-data", Fields, "UpdateThingMultipart")]
    [InlineData("application/json", Together, "UpdateThingRequestI")]
    public void A_path_parameter_that_is_renamed(string mediaType, string schema, string name)
    {
        string earlier = OfPath("id", mediaType, schema);
        string later = OfPath("thingId", mediaType, schema);
        string names = NamedRun.Write(earlier);

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains($" = {name}\n", names, StringComparison.Ordinal);
        Assert.Equal(NamedRun.Of(earlier, names).PublicTypes, run.PublicTypes);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        Assert.Equal(NamedRun.Write(later), NamedRun.Write(later, names));
    }

    [Theory]
    [InlineData("application/json: { schema: {pet} }, application/x-www-form-urlencoded: { schema: {pet} }", "PetForm")]
    [InlineData("application/x-www-form-urlencoded: { schema: {pet} }", "Pet")]
    [InlineData("multipart/form-data: { schema: {pet} }", "Pet")]
    public void A_component_of_a_form_that_moves_to_another_file(string content, string name)
    {
        string earlier = OfPets(content.Replace("{pet}", "{ $ref: '#/components/schemas/Pet' }", StringComparison.Ordinal))
            + $"components: {{ schemas: {{ Pet: {Fields} }} }}\n";
        string later = OfPets(content.Replace("{pet}", "{ $ref: 'pet.yaml' }", StringComparison.Ordinal));
        string names = NamedRun.Write(earlier);

        GeneratorRun run = GeneratorRunner.Run(NamesFile.With(
            [new(new SpecFile(GeneratorRunner.SpecPath, later), SpecItem.Spec), new(new SpecFile("/project/pet.yaml", Fields), SpecItem.Reference)],
            names));

        Assert.Contains($"form #/components/schemas/Pet = {name}\n", names, StringComparison.Ordinal);
        Assert.Equal(NamedRun.Of(earlier, names).PublicTypes, run.PublicTypes);
    }

    [Fact]
    public void A_new_component_can_have_the_name_of_a_form_that_is_gone()
    {
        string names = NamedRun.Write(OfPath("id", "multipart/form-data", Fields));
        string later = OfPath("id", "application/json", "{ $ref: '#/components/schemas/UpdateThingMultipart' }")
            + "components: { schemas: { UpdateThingMultipart: { type: object, properties: { z: { type: string } } } } }\n";

        Assert.Contains("UpdateThingMultipart", NamedRun.Of(later, names).PublicTypes);
    }

    [Theory]
    [InlineData("old.yaml", "new.yaml")]
    [InlineData("../old.yaml", "../new.yaml")]
    public void A_component_of_a_file_that_is_renamed_can_have_its_name_again(string before, string after)
    {
        string names = NamesFile.TextOf(Run(before, null).Sources);

        Assert.Contains($"type {before}#/Pet = Pet\n", names, StringComparison.Ordinal);
        Assert.Equal(Run(before, names).PublicTypes, Run(after, names).PublicTypes);

        static GeneratorRun Run(string file, string? names) => GeneratorRunner.Run(NamesFile.With(
            [
                new(new SpecFile("/project/a/api.yaml", OfPets($"application/json: {{ schema: {{ $ref: '{file}#/Pet' }} }}")), SpecItem.Spec),
                new(new SpecFile(Path.GetFullPath("/project/a/" + file), $"Pet: {Fields}\n"), SpecItem.Reference),
            ],
            names,
            isUpdated: names is null));
    }

    private static string OfPath(string parameter, string mediaType, string schema) => $$"""
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        paths:
          /things/{{{parameter}}}:
            post:
              operationId: updateThing
              parameters: [{ name: {{parameter}}, in: path, required: true, schema: { type: string } }]
              requestBody: { content: { {{mediaType}}: { schema: {{schema}} } } }
              responses: { '204': { description: ok } }

        """;

    private static string OfPets(string content) => $$"""
        openapi: 3.0.3
        info: { title: Shop, version: '1' }
        paths:
          /pets:
            post: { operationId: createPet, requestBody: { content: { {{content}} } }, responses: { '204': { description: ok } } }

        """;
}
