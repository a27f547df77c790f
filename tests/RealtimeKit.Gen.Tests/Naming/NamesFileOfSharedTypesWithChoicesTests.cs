using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>One of the places of a shared type becomes a choice. The type is still at the others, so it keeps its name.</summary>
public class NamesFileOfSharedTypesWithChoicesTests
{
    private const string Record = "{ type: object, properties: { line: { type: string }, inner: { type: object, properties: { x: { type: string } } } } }";
    private const string Enum = "{ type: string, enum: [a, b] }";
    private const string Union = "{ oneOf: [{ type: string }, { type: integer }] }";

    [Theory]
    [InlineData(Record, "{ oneOf: [{same}, { type: object, required: [iban], properties: { iban: { type: string } } }] }")]
    [InlineData(Record, "{ anyOf: [{ type: string }, {same}] }")]
    [InlineData(Record, "{ type: string, enum: [a, b] }")]
    [InlineData(Record, "{ oneOf: [{ type: string }, { type: integer }] }")]
    [InlineData(Enum, "{ oneOf: [{same}, { type: integer }] }")]
    [InlineData(Enum, "{ type: object, properties: { line: { type: string } } }")]
    [InlineData(Union, "{ type: object, properties: { line: { type: string } } }")]
    public void The_unchanged_places_keep_the_name(string same, string changed)
    {
        string earlier = Document(same, same);
        string names = NamedRun.Write(earlier);
        string later = Document(changed.Replace("{same}", same, StringComparison.Ordinal), same);

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains("type #/components/schemas/Order/properties/ship = OrderBill\n", names, StringComparison.Ordinal);
        Assert.Equal("OrderBill", TypeOf(run, "Ship"));
        Assert.NotEqual("OrderBill", TypeOf(run, "Bill"));
        Assert.Empty(NamedRun.Of(earlier, names).PublicTypes.Except(run.PublicTypes));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id == "RTK0065");
        string written = NamedRun.Write(later, names);
        Assert.Equal(written, NamedRun.Write(later, written));
        Assert.Equal(run.PublicTypes, NamedRun.Of(later, written).PublicTypes);
    }

    [Fact]
    public void A_choice_has_the_name_if_no_other_place_is_left()
    {
        string names = NamedRun.Write(Document(Record, Record));

        GeneratorRun run = NamedRun.Of(Document("{ oneOf: [{ type: boolean }, { type: integer }] }", "{ type: string }"), names);

        Assert.Equal("OrderBill", TypeOf(run, "Bill"));
    }

    private static string? TypeOf(GeneratorRun run, string property)
    {
        Type? type = run.Assembly.GetType("Consumer.Order")?.GetProperty(property)?.PropertyType;
        while (type is { IsGenericType: true })
        {
            type = type.GenericTypeArguments[0];
        }

        return type?.Name;
    }

    private static string Document(string bill, string ship) => $$"""
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        paths:
          /things:
            get:
              operationId: getOrder
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
        components:
          schemas:
            Order: { type: object, properties: { bill: {{bill}}, ship: {{ship}} } }
        """;
}
