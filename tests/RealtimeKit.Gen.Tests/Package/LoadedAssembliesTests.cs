using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Package;

/// <summary>The assemblies that the compiler loads for the generator: the five of the package, and no JSON library.</summary>
public class LoadedAssembliesTests
{
    [Fact]
    public void Generating_loads_the_assemblies_of_the_package_and_nothing_else()
    {
        IReadOnlyCollection<string> missing = Generate(
            new(new SpecFile("/project/recordings.yaml", BundledSpec.Text), SpecItem.Spec)
            {
                Metadata = new Dictionary<string, string>(BundledSpec.Options) { ["Overlay"] = "/project/recordings.overlay.yaml" },
            },
            new(new SpecFile("/project/recordings.overlay.yaml", BundledSpec.Overlay), SpecItem.Overlay));

        Assert.Equal(["RealtimeKit.Gen", .. PackedLibrary.PackedNames], PackedGenerator.Assemblies.Order(StringComparer.Ordinal));
        Assert.Empty(missing);
    }

    /// <summary>
    /// To print an enum, the platform reads its attributes. The attributes of NSwag's enums come from Newtonsoft.Json.
    /// </summary>
    [Theory]
    [InlineData("parameters of one name in two places", """
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: id, in: query, schema: { type: string, enum: [a, b] } }
                - { name: id, in: header, schema: { type: string, enum: [c, d] } }
                - { name: id, in: cookie, schema: { type: string } }
              responses: { '204': { description: Done. } }
        """)]
    [InlineData("an API key", """
        paths:
          /things:
            get:
              operationId: getThings
              responses: { '204': { description: Done. } }
        security: [ { inHeader: [] }, { inQuery: [] }, { inCookie: [] } ]
        components:
          securitySchemes:
            inHeader: { type: apiKey, in: header, name: X-Key }
            inQuery: { type: apiKey, in: query, name: key }
            inCookie: { type: apiKey, in: cookie, name: key }
        """)]
    [InlineData("a response header of two types", """
        paths:
          /things:
            get:
              operationId: getThings
              responses:
                '200':
                  description: Done.
                  headers:
                    X-Count: { schema: { type: integer, format: int32 } }
                    X-List: { schema: { type: array, items: { type: string } } }
                '201': { description: Done., headers: { X-Count: { schema: { type: string } }, X-List: { schema: { type: array, items: { type: integer } } } } }
        """)]
    public void No_construct_needs_an_assembly_that_the_package_does_not_carry(string construct, string parts)
    {
        IReadOnlyCollection<string> missing =
            Generate(new SpecItem(new SpecFile("/project/api.yaml", "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n" + parts), SpecItem.Spec));

        Assert.True(missing.Count == 0, $"{construct} asked for {string.Join(", ", missing)}");
    }

    private static IReadOnlyCollection<string> Generate(params SpecItem[] items)
    {
        Assert.NotEmpty(GeneratorRunner.Run(items).Sources);
        return PackedGenerator.Missing;
    }
}
