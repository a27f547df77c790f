using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>A names file keeps the names of types that share a type although their schemas are written differently.</summary>
public sealed class NamesFileOfAlikeTypesTests
{
    private const string Plain = "{ type: object, properties: { x: { type: string }, y: { type: object, properties: { z: { type: string } } } } }";

    private const string Closed = "{ type: object, additionalProperties: false, properties: { x: { type: string, format: email }, "
        + "y: { properties: { z: { type: string } } } } }";

    private const string Composed = "{ allOf: [{ type: object, properties: { x: { type: string } } }, "
        + "{ type: object, properties: { y: { type: object, properties: { z: { type: string } } } } }] }";

    private const string Longer = "{ type: object, properties: { x: { type: string }, w: { type: string }, y: { type: object, properties: { z: { type: string } } } } }";

    [Theory]
    [InlineData(Plain, Closed, Composed)]
    [InlineData(Closed, Composed, Plain)]
    [InlineData(Composed, Plain, Closed)]
    public void A_document_has_the_names_of_its_own_file(string first, string second, string third)
    {
        string document = Document(Response("/a", first) + Response("/b", second) + Response("/c", third));
        string names = NamedRun.Write(document);

        GeneratorRun run = NamedRun.Of(document, names);

        Assert.Equal(GeneratorRunner.Run(document).PublicTypes, run.PublicTypes);
        Assert.Equal(["GetAResponse", "GetAResponseY"], run.TypeNames);
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        Assert.Equal(names, NamedRun.Write(document, names));
        Assert.Equal(3, names.Split('\n').Count(static line => line.EndsWith("= GetAResponse", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_type_keeps_its_name_when_its_first_place_is_gone()
    {
        string names = NamedRun.Write(Document(Response("/a", Plain) + Response("/b", Closed)));

        Assert.Equal(["GetAResponse", "GetAResponseY"], NamedRun.Of(Document(Response("/b", Closed)), names).TypeNames);
    }

    [Fact]
    public void A_type_that_is_divided_keeps_its_name_at_its_first_place()
    {
        string names = NamedRun.Write(Document(Response("/a", Plain) + Response("/b", Closed)));

        GeneratorRun run = NamedRun.Of(Document(Response("/a", Longer) + Response("/b", Closed)), names);

        run.AssertCompiles();
        Assert.NotNull(run.Assembly.GetType("Consumer.GetAResponse")?.GetProperty("W"));
        Assert.NotNull(run.Assembly.GetType("Consumer.GetBResponse"));
        Assert.NotNull(run.Assembly.GetType("Consumer.GetAResponseY"));
    }

    [Fact]
    public void Types_that_become_alike_stay_two_types()
    {
        string earlier = Document(Response("/a", Longer) + Response("/b", Closed));

        GeneratorRun run = NamedRun.Of(Document(Response("/a", Plain) + Response("/b", Closed)), NamedRun.Write(earlier));

        Assert.Equal(GeneratorRunner.Run(earlier).TypeNames, run.TypeNames);
    }

    private static string Document(string paths) => $"openapi: 3.1.0\ninfo: {{ title: Small, version: '1' }}\npaths:\n{paths}";

    private static string Response(string path, string schema) =>
        $"  {path}: {{ get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }} }} }} }}\n";
}
