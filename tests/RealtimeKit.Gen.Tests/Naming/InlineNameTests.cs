using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Checks the names of schemas that the document does not name.</summary>
public sealed class InlineNameTests
{
    [Theory]
    [InlineData("Budget", "BudgetType", "Type")]
    [InlineData("RunInputMessages", "InputMessagesTemplate", "Template")]
    [InlineData("Budget", "Budget", "Budget")]
    [InlineData("Overbudget", "BudgetType", "BudgetType")]
    [InlineData("Budget", "BudgetaryType", "BudgetaryType")]
    [InlineData("", "BudgetType", "BudgetType")]
    public void Words_with_which_the_name_before_ends_are_left_out_unless_nothing_remains(string before, string name, string expected) =>
        Assert.Equal(expected, Overlap.Without(before, name));

    [Fact]
    public void A_property_does_not_repeat_the_words_with_which_its_owner_ends() => Assert.Equal(
        ["Budget", "BudgetAlert", "BudgetAlertLevel", "BudgetType"],
        TypesOf("""
            Budget:
              type: object
              properties:
                budget_type: { type: string, enum: [a, b] }
                alerts: { type: array, items: { type: object, properties: { alert_level: { type: string, enum: [c, d] } } } }
            """));

    [Fact]
    public void The_property_without_the_repeated_word_has_the_short_name_if_both_exist() => Assert.Equal(
        ["Budget", "BudgetBudgetType", "BudgetType"],
        TypesOf("""
            Budget:
              type: object
              properties:
                budget_type: { type: string, enum: [a, b] }
                type: { type: string, enum: [c, d] }
            """));

    [Fact]
    public void Alternatives_that_are_no_types_do_not_number_those_that_are() => Assert.Equal(
        ["Input", "InputInput", "InputInputListItem"],
        TypesOf("""
            Input:
              type: object
              properties:
                input:
                  oneOf:
                    - { type: string }
                    - { type: array, items: { type: string } }
                    - { type: array, items: { type: object, properties: { url: { type: string } } } }
            """));

    [Fact]
    public void A_union_can_be_called_like_a_member_that_another_union_would_have() => Assert.Equal(
        ["TryGetText"],
        TypesOf("TryGetText: { oneOf: [{ type: string }, { type: boolean }] }"));

    [Theory]
    [InlineData("delivery_options", "postal_address", "WarehouseReplenishmentOrderPostalAddress")]
    [InlineData("delivery_options", "address", "WarehouseReplenishmentOrderAddress")]
    [InlineData("delivery_options", "data", "WarehouseReplenishmentOrderDeliveryOptionsData")]
    [InlineData("options", "address", "WarehouseReplenishmentOrderOptionsAddress")]
    public void A_long_name_leaves_out_owners_in_the_middle(string property, string inner, string expected) => Assert.Contains(
        expected,
        TypesOf($$"""
            WarehouseReplenishmentOrder:
              type: object
              properties: { {{property}}: { type: object, properties: { {{inner}}: { type: object, properties: { city: { type: string } } } } } }
            """));

    [Fact]
    public void A_long_name_keeps_the_owner_that_tells_it_from_another() => Assert.Equal(
        [
            "WarehouseReplenishmentOrder",
            "WarehouseReplenishmentOrderBillingChoices",
            "WarehouseReplenishmentOrderBillingChoicesRecipient",
            "WarehouseReplenishmentOrderDeliveryChoices",
            "WarehouseReplenishmentOrderDeliveryChoicesRecipient",
        ],
        TypesOf("""
            WarehouseReplenishmentOrder:
              type: object
              properties:
                delivery_choices: { type: object, properties: { recipient: { type: object, properties: { city: { type: string } } } } }
                billing_choices: { type: object, properties: { recipient: { type: object, properties: { bank: { type: string } } } } }
            """));

    [Fact]
    public void A_long_name_of_an_enum_keeps_the_owner_of_a_single_word() => Assert.Equal(
        [
            "WarehouseReplenishmentOrder",
            "WarehouseReplenishmentOrderDeliveryChoices",
            "WarehouseReplenishmentOrderDeliveryChoicesSpeed",
            "WarehouseReplenishmentOrderParcelSize",
        ],
        TypesOf("""
            WarehouseReplenishmentOrder:
              type: object
              properties:
                delivery_choices:
                  type: object
                  properties: { speed: { type: string, enum: [a, b] }, parcel_size: { type: string, enum: [c, d] } }
            """));

    [Fact]
    public void A_long_name_in_a_list_has_the_singular() => Assert.Contains(
        "WarehouseReplenishmentOrderParcel",
        TypesOf("""
            WarehouseReplenishmentOrder:
              type: object
              properties:
                delivery_choices:
                  type: object
                  properties: { parcels: { type: array, items: { type: object, properties: { size: { type: integer } } } } }
            """));

    [Theory]
    [InlineData("BadResponse", "GetA400Error")]
    [InlineData("Other", null)]
    public void A_component_of_responses_whose_name_is_taken_is_reported(string schema, string? name)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Inline, version: '1' }
            paths:
              /a:
                get:
                  operationId: getA
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{schema}}' } } } }
                    '400': { $ref: '#/components/responses/Bad' }
            components:
              responses:
                Bad: { description: bad, content: { application/json: { schema: { type: object, properties: { b: { type: string } } } } } }
              schemas:
                {{schema}}: { type: object, properties: { a: { type: string } } }
            """);

        run.AssertCompiles();
        Assert.Equal(
            name is null ? [] : [(12, $"'Bad' becomes {name}, because another name already produces BadResponse")],
            run.Diagnostics.Where(static one => one.Id == "RTK0040").Select(static one => (one.Line, one.Message)));
    }

    private static string[] TypesOf(string schemas)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Inline, version: '1' }
            paths:
              /a:
                get:
                  operationId: readAll
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{schemas.Split(':')[0]}}' } } } } }
            components:
              schemas:
            {{string.Join('\n', schemas.Split('\n').Select(static line => "    " + line))}}
            """);
        run.AssertCompiles();
        return run.TypeNames;
    }
}
