using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The names of the classes and properties of tags.</summary>
public class GroupNameTests
{
    [Theory]
    [InlineData("pet", "", "PetClient", "PetOperations", "Pet")]
    [InlineData("Pet", "", "PetClient", "PetOperations", "Pet")]
    [InlineData("pets", "PetsClient", "ApiClient", "PetsOperations", "Pets")]
    [InlineData("pets", "pets_client", "ApiClient", "PetsOperations", "Pets")]
    public void A_class_whose_name_is_taken_is_called_after_its_operations_and_says_so(
        string tag, string component, string client, string type, string property)
    {
        GeneratorRun run = Run(tag, component, client);

        Assert.Equal(type, run.Assembly.GetType("Consumer." + client)!.GetProperty(property)!.PropertyType.Name);
        string usual = property + "Client";
        Assert.Contains(
            $"'{usual}' becomes {type}, because the client or a component has that name", run.Diagnostics.Select(static one => one.Message));
        Assert.All(run.Diagnostics, one => Assert.StartsWith($"/project/api.yaml(4,{41 + tag.Length}): info RTK0040: ", one.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pets", "Pet", "PetClient", "PetsClient", "Pets")]
    [InlineData("PetClient", "", "PetClient", "PetClientClient", "PetClientOperations")]
    [InlineData("Dispose", "", "ApiClient", "DisposeClient", "DisposeOperations")]
    [InlineData("ToString", "", "ApiClient", "ToStringClient", "ToStringOperations")]
    public void No_class_or_property_has_a_hash_or_a_number(string tag, string component, string client, string type, string property)
    {
        GeneratorRun run = Run(tag, component, client);

        Assert.Equal(type, run.Assembly.GetType("Consumer." + client)!.GetProperty(property)!.PropertyType.Name);
        string[] reported = property.EndsWith("Operations", StringComparison.Ordinal)
            ? [$"'{tag}' becomes {property}, because the client or one of its members has that name"]
            : [];
        Assert.Equal(reported, run.Diagnostics.Select(static one => one.Message));
    }

    [Theory]
    [InlineData("Rate limits for a zone", "RateLimitsForZoneClient", "RateLimitsForZone")]
    [InlineData("Keys of the owner", "KeysOfOwnerClient", "KeysOfOwner")]
    [InlineData("Grade A clients", "GradeAClientsClient", "GradeAClients")]
    [InlineData("Keys for A", "KeysForAClient", "KeysForA")]
    [InlineData("Tls 1 3 for an owner", "Tls1_3ForOwnerClient", "Tls1_3ForOwner")]
    public void Classes_are_named_without_articles_behind_prepositions(string tag, string type, string property)
    {
        GeneratorRun run = Run(tag, "", "ApiClient");

        Assert.Equal(type, run.Assembly.GetType("Consumer.ApiClient")!.GetProperty(property)!.PropertyType.Name);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void An_article_stays_beside_a_tag_without_it() => Assert.Equal(
        ["KeysForAZone", "KeysForZone"],
        GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { tags: [Keys for a zone], operationId: look, responses: { '204': { description: ok } } } }
              /b: { get: { tags: [keys_for_zone], operationId: find, responses: { '204': { description: ok } } } }
            """).Assembly.GetType("Consumer.ApiClient")!.GetProperties()
            .Select(static property => property.Name)
            .Where(static name => name.StartsWith("Keys", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    private static GeneratorRun Run(string tag, string component, string client) => GeneratorRunner.Run(
        $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
          /a: { get: { tags: ['{{tag}}'], operationId: look, responses: { '204': { description: ok } } } }
        components: { schemas: { '{{(component.Length == 0 ? "Zebra" : component)}}': { type: object, properties: { a: { type: string } } } } }
        """,
        new Dictionary<string, string> { ["ClientName"] = client });
}
