using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Types;

/// <summary>Checks which inline schemas share a type, and how the type is called.</summary>
public sealed class SharedTypeTests
{
    private const string Address = "{ type: object, properties: { street: { type: string }, city: { type: string } } }";

    [Fact]
    public void Inline_schemas_with_the_same_members_are_one_type_named_after_the_first_owner() => Assert.Equal(
        ["Invoice", "InvoiceBilling", "Order"],
        TypesOf(Properties("Order", "shipping: " + Address), Properties("Invoice", "billing: " + Address)));

    [Fact]
    public void Descriptions_constraints_null_and_the_order_of_members_do_not_keep_schemas_apart() => Assert.Equal(
        ["Invoice", "InvoiceBilling", "InvoiceState", "Order"],
        TypesOf(
            Properties(
                "Order",
                "state: { type: string, enum: [open, closed], description: The state. }, "
                    + "shipping: { type: object, nullable: true, properties: { city: { type: string, maxLength: 9 }, street: { type: string } } }"),
            Properties("Invoice", "state: { type: string, enum: [open, closed], example: open }, billing: " + Address)));

    [Theory]
    [InlineData("type: string, enum: [open, closed]", "type: string, enum: [closed, open]", 3)]
    [InlineData("type: integer, enum: [1, 5]", "type: integer, enum: [5, 1]", 3)]
    [InlineData("type: string, enum: [open, closed]", "type: string, enum: [closed, open, lost]", 4)]
    [InlineData("type: string, enum: [a, b], x-enum-varnames: [One, Two]", "type: string, enum: [b, a], x-enum-varnames: [One, Two]", 4)]
    [InlineData("type: string, enum: [a, b], x-enumFlags: true", "type: string, enum: [b, a], x-enumFlags: true", 4)]
    public void Enums_that_differ_only_in_the_order_of_their_values_are_one(string one, string other, int types) => Assert.Equal(
        types,
        TypesOf(Properties("Order", $"state: {{ {one} }}"), Properties("Invoice", $"state: {{ {other} }}")).Length);

    [Fact]
    public void A_shared_enum_has_the_order_of_its_first_owner() => Assert.Equal(
        ["Closed", "Open"],
        Run(Properties("Order", "state: { type: string, enum: [open, closed] }"), Properties("Invoice", "state: { type: string, enum: [closed, open] }"))
            .Assembly.GetTypes().Single(static type => type.IsEnum).GetEnumNames());

    [Fact]
    public void A_shared_schema_that_allows_null_in_an_alternative_allows_it_in_every_place()
    {
        const string any = "{ anyOf: [{ type: object, properties: { a: { type: string } } }, { nullable: true }] }";

        string text = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Shared, version: '1' }
            paths:
              /a:
                get:
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Both' } } } } }
            components:
              schemas:
                Both: { type: object, required: [one, two], properties: { one: {{any}}, two: {{any}} } }
            """).AllText;

        Assert.Contains("BothOne? One", text, StringComparison.Ordinal);
        Assert.Contains("BothOne? Two", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: object, required: [street], properties: { street: { type: string }, city: { type: string } } }")]
    [InlineData("{ type: object, properties: { street: { type: string }, city: { type: string, default: Rome } } }")]
    [InlineData("{ type: object, properties: { street: { type: string }, city: { type: string, readOnly: true } } }")]
    [InlineData("{ type: object, properties: { street: { type: string }, city: { type: string, nullable: true } } }")]
    [InlineData("{ type: object, properties: { street: { type: string }, city: { type: string, deprecated: true } } }")]
    [InlineData("{ type: object, properties: { street: { type: string }, city: { type: string, x-ms-client-name: Town } } }")]
    [InlineData("{ type: object, properties: { street: { type: string }, city: { type: integer } } }")]
    [InlineData("{ type: object, x-type-name: Place, properties: { street: { type: string }, city: { type: string } } }")]
    public void A_schema_with_other_members_or_a_name_of_its_own_is_another_type(string other) => Assert.Equal(
        4,
        TypesOf(Properties("Order", "shipping: " + Address), Properties("Invoice", "billing: " + other)).Length);

    [Fact]
    public void Sharing_reaches_into_nested_schemas_and_across_operations() => Assert.Equal(
        ["Invoice", "InvoiceParty", "Order", "OrderShipping"],
        TypesOf(
            Properties("Order", "buyer: { type: object, properties: { address: " + Address + " } }, shipping: " + Address),
            Properties("Invoice", "party: { type: object, properties: { address: " + Address + " } }")));

    [Fact]
    public void A_component_is_never_shared_because_its_author_named_it() => Assert.Equal(
        ["Address", "Invoice", "InvoiceBilling", "Order", "Place"],
        TypesOf(
            Properties("Order", "shipping: { $ref: '#/components/schemas/Address' }, from: { $ref: '#/components/schemas/Place' }"),
            Properties("Invoice", "billing: " + Address),
            "Address: " + Address,
            "Place: " + Address));

    [Fact]
    public void A_title_that_all_schemas_of_a_type_have_names_it()
    {
        string titled = Address.Replace("{ type: object,", "{ type: object, title: Postal address,", StringComparison.Ordinal);
        Assert.Equal(
            ["Invoice", "Order", "PostalAddress"],
            TypesOf(Properties("Order", "shipping: " + titled), Properties("Invoice", "billing: " + titled)));
        Assert.Equal(
            ["Invoice", "InvoiceBilling", "Order"],
            TypesOf(Properties("Order", "shipping: " + titled), Properties("Invoice", "billing: " + Address)));
        Assert.Equal(
            ["Invoice", "InvoiceBilling", "Order"],
            TypesOf(Properties("Order", "shipping: " + titled), Properties("Invoice", "billing: " + titled), "PostalAddress: { type: object }"));
    }

    [Fact]
    public void Schemas_with_different_titles_are_different_types()
    {
        string[] titled = Array.ConvertAll(
            ["Place", "Postal address"],
            static title => Address.Replace("{ type: object,", $"{{ type: object, title: {title},", StringComparison.Ordinal));
        Assert.Equal(
            ["Invoice", "InvoiceBilling", "Order", "Place"],
            TypesOf(Properties("Order", "shipping: " + titled[0]), Properties("Invoice", $"billing: {titled[1]}, sender: {titled[0]}")));
        Assert.Equal(
            ["Invoice", "InvoiceBilling", "Order", "OrderPostalAddress", "OrderShipping"],
            TypesOf(Properties("Order", $"shipping: {titled[0]}, postal_address: {titled[1]}"), Properties("Invoice", "billing: " + Address)));
    }

    [Fact]
    public void A_type_of_two_components_is_named_after_the_one_with_fewer_words() => Assert.Equal(
        ["BetaOrder", "Invoice", "Order", "OrderState"],
        TypesOf(
            Properties("BetaOrder", "phase: { type: string, enum: [open, closed] }"),
            Properties("Order", "state: { type: string, enum: [open, closed] }, beta: { $ref: '#/components/schemas/BetaOrder' }"),
            Properties("Invoice", "a: { type: string }")));

    [Fact]
    public void A_union_of_many_owners_is_named_after_its_cases()
    {
        const string Expandable = "{ oneOf: [{ type: string }, { $ref: '#/components/schemas/Customer' }] }";
        string[] types = TypesOf(
            Properties("Order", "buyer: " + Expandable),
            Properties("Invoice", "payer: " + Expandable),
            Properties("Customer", "id: { type: string }"));
        Assert.Equal(["Customer", "CustomerOrText", "Invoice", "Order"], types);
    }

    [Fact]
    public void A_type_of_several_properties_of_one_name_has_that_name() => Assert.Equal(
        ["HomeAddress", "Invoice", "Order"],
        TypesOf(Properties("Order", "home_address: " + Address), Properties("Invoice", "home_address: " + Address)));

    [Theory]
    [InlineData("target", "Target")]
    [InlineData("360_view", "_360View")]
    [InlineData("day_of_week", "DayOfWeek")]
    [InlineData("http_method", "HttpMethod")]
    [InlineData("timeout", "Timeout")]
    public void A_name_that_needs_its_owner_or_hides_an_imported_type_is_not_used_alone(string name, string part) => Assert.Equal(
        ["Invoice", "Invoice" + part.TrimStart('_'), "Order"],
        TypesOf(Properties("Order", $"{name}: {Address}"), Properties("Invoice", $"{name}: {Address}")));

    [Theory]
    [InlineData("type: string, enum: [asc, desc]", "SortOrder")]
    [InlineData("type: string, enum: [DESC, ASC]", "SortOrder")]
    [InlineData("enum: [asc, desc]", "SortOrder")]
    [InlineData("type: string, enum: [GET, POST]", "RequestMethod")]
    [InlineData("type: string, enum: [asc, desc, none]", "InvoiceDirection")]
    [InlineData("type: string, enum: [GET, PAY]", "InvoiceDirection")]
    public void A_shared_enum_whose_values_everybody_knows_is_named_after_them(string choice, string name) => Assert.Equal(
        new[] { "Invoice", name, "Order" }.Order(StringComparer.Ordinal),
        TypesOf(Properties("Order", $"sorting: {{ {choice} }}"), Properties("Invoice", $"direction: {{ {choice} }}")));

    [Fact]
    public void An_enum_without_a_type_is_that_of_the_same_values() => Assert.Equal(
        ["Invoice", "InvoiceState", "Order"],
        TypesOf(Properties("Order", "state: { type: string, enum: [open, closed] }"), Properties("Invoice", "state: { enum: [open, closed] }")));

    [Theory]
    [InlineData("CustomFieldRequest", "CustomFieldResponse", "CustomFieldState")]
    [InlineData("Field", "FieldResponse", "FieldState")]
    [InlineData("FieldRequest", "FieldResponse", "FieldState")]
    [InlineData("FormField", "PageField", "FormFieldState")]
    [InlineData("CustomFieldRequest", "CustomaryFieldResponse", "CustomFieldRequestState")]
    public void A_type_of_components_that_begin_alike_is_named_after_what_they_share(string one, string other, string name)
    {
        const string State = "state: { type: string, enum: [open, closed] }";
        const string States = "states: { type: array, items: { type: string, enum: [open, closed] } }";
        string[] users = [Properties("Order", $"a: {{ $ref: '#/components/schemas/{one}' }}"), Properties("Invoice", $"a: {{ $ref: '#/components/schemas/{other}' }}")];
        IEnumerable<string> expected = new[] { one, other, name, "Order", "Invoice" }.Order(StringComparer.Ordinal);

        Assert.Equal(expected, TypesOf([Properties(one, State), Properties(other, State), .. users]));
        Assert.Equal(expected, TypesOf([Properties(one, State), Properties(other, States), .. users]));
    }

    [Fact]
    public void A_name_that_another_shared_type_asks_for_too_is_preceded_by_what_the_components_share()
    {
        const string One = "home_address: { type: object, properties: { a: { type: string } } }";
        const string Other = "home_address: { type: object, properties: { b: { type: string } } }";

        Assert.Equal(
            ["Field", "FieldHomeAddress", "FieldResponse", "Invoice", "InvoiceHomeAddress", "Order"],
            TypesOf(
                Properties("Order", Other + ", a: { $ref: '#/components/schemas/Field' }, b: { $ref: '#/components/schemas/FieldResponse' }"),
                Properties("Invoice", Other),
                Properties("Field", One),
                Properties("FieldResponse", One)));
    }

    [Fact]
    public void An_inline_type_does_not_hide_an_imported_one()
    {
        GeneratorRun run = Run(
            Properties("Task", "status: { type: string, enum: [open, closed] }"),
            Properties("Order", "task: { $ref: '#/components/schemas/Task' }"),
            Properties("Invoice", "a: { type: string }"));

        Assert.Equal(["Invoice", "Order", "Task", "TaskPropertyStatus"], TypesOf(run));
        Assert.Equal("'TaskStatus' becomes TaskPropertyStatus, because TaskStatus is a type of .NET", run.AssertReports("RTK0040").Message);
    }

    [Fact]
    public void A_parameter_component_does_not_hide_an_imported_type()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { operationId: listPets, parameters: [{ $ref: '#/components/parameters/type' }], responses: { '204': { description: ok } } } }
              /b: { get: { operationId: findPets, parameters: [{ $ref: '#/components/parameters/kind' }], responses: { '204': { description: ok } } } }
            components:
              parameters:
                type: { name: type, in: query, schema: { type: string, enum: [cat, dog] } }
                kind: { name: kind, in: query, schema: { type: string, enum: [bird, fish] } }
            """);

        Assert.Equal(["Kind", "ListPetsType"], TypesOf(run));
    }

    [Fact]
    public void A_type_of_a_component_and_an_operation_is_named_after_the_component() => Assert.Equal(
        ["Invoice", "InvoiceState", "Order"],
        TypesOf(
            GeneratorRunner.Run("""
                openapi: 3.0.3
                info: { title: Small, version: '1' }
                paths:
                  /invoices:
                    get:
                      operationId: findInvoices
                      parameters: [{ name: order, in: query, schema: { type: string, enum: [open, closed] } }]
                      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Invoice' } } } } }
                  /orders:
                    get:
                      operationId: readOrder
                      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
                components:
                  schemas:
                    Order: { type: object, properties: { id: { type: string } } }
                    Invoice: { type: object, properties: { state: { type: string, enum: [open, closed] } } }
                """)));

    [Fact]
    public void The_default_of_an_enum_belongs_to_its_place() => Assert.Equal(
        ["Invoice", "InvoiceState", "Order"],
        TypesOf(
            Properties("Order", "state: { type: string, enum: [open, closed], default: open }"),
            Properties("Invoice", "state: { type: string, enum: [open, closed] }")));

    [Theory]
    [InlineData("type: object, properties: { expand: { type: string } }", "ExpandRequest")]
    [InlineData("type: object, properties: { from: { type: string }, to: { type: array, items: { type: string } } }", "FromAndToRequest")]
    [InlineData("type: object, properties: { size: { type: string, enum: [s, l] }, tag: { oneOf: [{ type: string }, { type: boolean }] } }", "SizeAndTagRequest")]
    [InlineData("type: object, properties: { data: { $ref: '#/components/schemas/Pet' } }", "PetData")]
    [InlineData("type: object, properties: { pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } }", "PetList")]
    [InlineData("type: object, properties: { more: { type: boolean }, pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } }", "AddPetRequest")]
    [InlineData("type: object, properties: { a: { type: string }, b: { type: string }, c: { type: string } }", "AddPetRequest")]
    public void A_body_of_several_operations_is_named_after_its_content_if_that_is_short(string body, string expected)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: addPet
                  requestBody: { content: { application/json: { schema: { {{body}} } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
              /b:
                post:
                  operationId: feedPet
                  requestBody: { content: { application/json: { schema: { {{body}} } } } }
                  responses: { '204': { description: ok } }
            components:
              schemas:
                Pet: { type: object, properties: { name: { type: string } } }
            """);
        Assert.Contains(expected, TypesOf(run));
    }

    [Fact]
    public void A_list_in_a_response_and_in_a_property_is_not_named_after_the_property()
    {
        const string list = "{ type: object, required: [data], properties: { data: { type: array, items: { $ref: '#/components/schemas/Pet' } }, more: { type: boolean } } }";

        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /pets: { get: { responses: { '200': { description: ok, content: { application/json: { schema: {{list}} } } } } } }
            components:
              schemas:
                Pet: { type: object, properties: { friends: {{list}} } }
            """);

        Assert.Equal(["Pet", "PetList"], TypesOf(run));
    }

    [Theory]
    [InlineData("", "PetList")]
    [InlineData("more: { type: boolean }, total: { type: integer },", "PetList")]
    [InlineData("id: { type: string },", "AddPetResponse")]
    [InlineData("name: { type: string },", "AddPetResponse")]
    [InlineData("number: { type: integer },", "AddPetResponse")]
    [InlineData("owner: { $ref: '#/components/schemas/Pet' },", "AddPetResponse")]
    [InlineData("next_page: { $ref: '#/components/schemas/Pet' },", "PetList")]
    public void A_response_is_named_after_a_list_unless_it_has_the_members_of_a_thing(string others, string expected) => Assert.Contains(expected, TypesOf(
        GeneratorRunner.Run($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { post: { operationId: addPet, responses: { '200': { description: ok, content: { application/json: { schema: {{ListOf(others)}} } } } } } }
              /b: { post: { operationId: feedPet, responses: { '200': { description: ok, content: { application/json: { schema: {{ListOf(others)}} } } } } } }
            components:
              schemas:
                Pet: { type: object, properties: { name: { type: string } } }
            """)));

    private static string ListOf(string others) =>
        $"{{ type: object, properties: {{ {others} pets: {{ type: array, items: {{ $ref: '#/components/schemas/Pet' }} }} }} }}";

    [Fact]
    public void One_message_counts_what_is_shared()
    {
        GeneratorRun run = Run(Properties("Order", "shipping: " + Address), Properties("Invoice", "billing: " + Address));
        Reported reported = Assert.Single(run.Diagnostics, static reported => reported.Id == "RTK0047");
        Assert.Equal("2 inline schemas share one type, because their members are the same", reported.Message);
    }

    [Fact]
    public void Sharing_can_be_switched_off_for_a_client() => Assert.Equal(
        ["Invoice", "InvoiceBilling", "Order", "OrderShipping"],
        TypesOf(Run([Properties("Order", "shipping: " + Address), Properties("Invoice", "billing: " + Address)], shareTypes: "false")));

    [Fact]
    public void Another_value_than_true_and_false_is_an_error() =>
        Run([Properties("Order", "a: { type: string }"), Properties("Invoice", "a: { type: string }")], shareTypes: "maybe").AssertReports("RTK0011");

    [Fact]
    public void A_response_component_names_its_schema_whichever_operation_uses_it_first()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { operationId: first, responses: { '200': { $ref: '#/components/responses/Status' } } } }
              /b: { get: { operationId: second, parameters: [{ $ref: '#/components/parameters/order' }], responses: { '200': { $ref: '#/components/responses/Status' } } } }
              /c: { put: { operationId: third, requestBody: { $ref: '#/components/requestBodies/Change' }, responses: { '200': { $ref: '#/components/responses/PlainResult' } } } }
            components:
              parameters:
                order: { name: order, in: query, schema: { type: string, enum: [up, down] } }
              requestBodies:
                Change: { content: { application/json: { schema: { type: object, properties: { to: { type: object, properties: { x: { type: string } } } } } } } }
              responses:
                Status: { description: ok, content: { application/json: { schema: { type: object, properties: { code: { type: integer } } } } } }
                PlainResult: { description: ok, content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }
            """);
        Assert.Equal(["ChangeRequest", "ChangeRequestTo", "Order", "PlainResult", "StatusResponse"], TypesOf(run));
    }

    [Theory]
    [InlineData("{ a: { type: string, default: q } }", "\"q\"", null)]
    [InlineData("{ a: { type: string, nullable: true } }", "", "Optional`1")]
    [InlineData("{ in: { type: object, properties: { a: { type: string, default: q } } } }", "\"q\"", null)]
    [InlineData("{ a: { allOf: [{ type: string }, { default: q }] } }", "\"q\"", null)]
    [InlineData("{ a: { anyOf: [{ type: string, default: q }] } }", "\"q\"", null)]
    [InlineData("{ a: { allOf: [{ anyOf: [{ type: string, default: q }] }] } }", "\"q\"", null)]
    public void A_body_of_patch_is_shared_with_no_other_if_it_would_change_what_the_other_sends(string properties, string emitted, string? type)
    {
        const string spec = """
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post: { operationId: create, requestBody: { content: { application/json: { schema: { type: object, properties: $ } } } }, responses: { '204': { description: ok } } }
            """;
        string both = spec + spec[spec.IndexOf("\n    post:", StringComparison.Ordinal)..].Replace("post:", "patch:", StringComparison.Ordinal).Replace("create", "change", StringComparison.Ordinal);
        GeneratorRun alone = GeneratorRunner.Run(spec.Replace("$", properties, StringComparison.Ordinal));
        GeneratorRun run = GeneratorRunner.Run(both.Replace("$", properties, StringComparison.Ordinal));

        run.AssertCompiles();
        Assert.Contains(emitted, run.AllText, StringComparison.Ordinal);
        Assert.All(
            alone.Sources.Where(static source => source.Key.Contains(".Models.Create", StringComparison.Ordinal)),
            source => Assert.Equal(source.Value, run.Sources[source.Key]));
        Assert.Equal(type ?? "String", run.Assembly.GetType("Consumer.ChangeRequest")!.GetProperty("A")?.PropertyType.Name ?? "String");
    }

    [Fact]
    public void A_body_of_patch_is_shared_with_no_other_if_a_component_of_its_allOf_has_a_default()
    {
        const string Body = "requestBody: { content: { application/json: { schema: "
            + "{ allOf: [{ $ref: '#/components/schemas/New' }, { type: object, properties: { id: { type: string } } }] } } } }, responses: { '204': { description: ok } } }";
        GeneratorRun run = GeneratorRunner.Run(
            $"openapi: 3.0.3\ninfo: {{ title: Small, version: '1' }}\npaths:\n  /a:\n    post: {{ operationId: create, {Body}\n    patch: {{ operationId: change, {Body}\n"
                + "components: { schemas: { New: { type: object, properties: { a: { type: string, default: q } } } } }\n");

        Assert.Equal(["ChangeRequest", "CreateRequest"], TypesOf(run));
        Assert.Contains("string A { get; init; } = \"q\"", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_of_patch_that_means_the_same_is_shared()
    {
        const string body = "requestBody: { content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }, responses: { '204': { description: ok } } }";
        GeneratorRun run = GeneratorRunner.Run(
            $"openapi: 3.0.3\ninfo: {{ title: Small, version: '1' }}\npaths:\n  /a:\n    post: {{ operationId: create, {body}\n    patch: {{ operationId: change, {body}\n");

        Assert.Single(TypesOf(run));
    }

    private static string Properties(string name, string properties) => $"{name}: {{ type: object, properties: {{ {properties} }} }}";

    private static string[] TypesOf(params string[] schemas) => TypesOf(Run(schemas));

    private static string[] TypesOf(GeneratorRun run)
    {
        run.AssertCompiles();
        return run.TypeNames;
    }

    private static GeneratorRun Run(params string[] schemas) => Run(schemas, shareTypes: "");

    private static GeneratorRun Run(string[] schemas, string shareTypes) => GeneratorRunner.Run(
        $"""
        openapi: 3.0.3
        info: {"{ title: Small, version: '1' }"}
        paths:
          /orders:
            get:
              operationId: readOrder
              responses: {"{ '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }"}
          /invoices:
            get:
              operationId: readInvoice
              responses: {"{ '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Invoice' } } } } }"}
        components:
          schemas:
        {string.Join('\n', schemas.Select(static line => "    " + line))}
        """,
        new Dictionary<string, string> { ["ShareTypes"] = shareTypes });
}
