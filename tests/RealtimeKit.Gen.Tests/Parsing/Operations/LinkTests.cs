using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Links between operations: the arguments that a response gives for the next call.</summary>
public class LinkTests
{
    private const string Spec = """
        openapi: 3.0.3
        info: { title: Links, version: '1' }
        paths:
          /users/{team}:
            post:
              operationId: makeUser
              parameters:
                - { name: team, in: path, required: true, schema: { type: integer, format: int64 } }
                - { name: locale, in: query, schema: { type: string } }
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Wish' } } } }
              responses:
                '201':
                  description: ok
                  headers: { X-Next: { schema: { type: integer, format: int32 } }, Location: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: '#/components/schemas/User' } } }
                  links:
                    Look:
                      operationId: users/get
                      description: The user that was made.
                      parameters:
                        query.id: $response.body#/id
                        team: $request.path.team
                        locale: $request.query.locale
                        street: $response.body#/address/street~1no
                        page: $response.header.x-next
                        wish: $request.body#/name
                        order: newest
                        size: 20
                        at: $url
                        via: '{$response.body#/id}x'
                        beyond: $response.body#/address/none
                        unknown: $response.body#/id
                    Rename: { operationRef: '#/paths/~1users/put', requestBody: $response.body }
                    Elsewhere: { operationRef: 'other.yaml#/paths/~1a/get', parameters: { id: $response.body#/id } }
          /users:
            get:
              operationId: users/get
              tags: [users]
              parameters:
                - { name: id, in: query, schema: { type: string } }
                - { name: team, in: query, schema: { type: string } }
                - { name: locale, in: query, schema: { type: string } }
                - { name: street, in: query, schema: { type: string } }
                - { name: page, in: query, schema: { type: integer, format: int64 } }
                - { name: wish, in: query, schema: { type: string } }
                - { name: order, in: query, schema: { type: string, enum: [newest, oldest] } }
                - { name: size, in: query, schema: { type: integer, format: int32 } }
                - { name: at, in: query, schema: { type: string } }
                - { name: via, in: query, schema: { type: string } }
                - { name: beyond, in: query, schema: { type: string } }
              responses: { '204': { description: ok } }
            put:
              operationId: users/put
              tags: [users]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            User: { type: object, required: [id], properties: { id: { type: string, format: uuid }, address: { $ref: '#/components/schemas/Address' } } }
            Address: { type: object, properties: { street/no: { type: string } } }
            Wish: { type: object, properties: { name: { type: string, nullable: true } } }
        """;

    [Theory]
    [InlineData("link.Id == \"01234567-89ab-cdef-0123-456789abcdef\"")]
    [InlineData("link.Team == \"7\"")]
    [InlineData("link.Locale == \"de\"")]
    [InlineData("link.Street == \"Elm 1\"")]
    [InlineData("link.Page == 3")]
    [InlineData("link.Wish == \"Ada\"")]
    [InlineData("link.Order == UsersGetOrder.Newest")]
    [InlineData("link.Size == 20")]
    public void Arguments_of_the_next_call_are_taken_from_a_response(string condition) => Assert.True(Holds(condition), condition);

    [Theory]
    [InlineData("link.At is null")]
    [InlineData("link.Via is null")]
    [InlineData("link.Beyond is null")]
    [InlineData("(link with { At = \"x\" }).At == \"x\"")]
    public void What_no_expression_of_the_types_gives_is_left_to_the_caller(string condition) => Assert.True(Holds(condition), condition);

    [Fact]
    public void What_is_missing_on_the_way_to_a_value_is_null() =>
        Assert.True(Holds(
            "ApiLinks.MakeUserLook.From(new User { Id = user.Id }, 7, null, new Wish(), message.Headers) is { Street: null, Wish: null, Locale: null }"));

    [Fact]
    public void A_link_by_reference_to_the_operation_gives_its_body() =>
        Assert.True(Holds("ApiLinks.MakeUserRename.From(user).Request == user"));

    [Fact]
    public void A_link_to_an_operation_that_the_client_does_not_have_is_documented_in_words()
    {
        string text = GeneratorRunner.Run(Spec).AllText;

        Assert.Contains("Can be followed by other.yaml#/paths/~1a/get, with id = $response.body#/id.", text);
        Assert.DoesNotContain("MakeUserElsewhere", text);
    }

    [Fact]
    public void Namesakes_of_several_statuses_are_distinguished_by_the_status()
    {
        const string link =
            "content: { application/json: { schema: { type: string } } }, links: { Next: { operationId: a, parameters: { q: $response.body } } }";
        string text = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Links, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  parameters: [{ name: q, in: query, schema: { type: string } }]
                  responses: { '200': { description: ok, {{link}} }, '202': { description: ok, {{link}} } }
            """).AllText;

        Assert.Contains("public sealed partial record ANextStatus200", text);
        Assert.Contains("public sealed partial record ANextStatus202", text);
    }

    [Fact]
    public void A_link_of_a_component_is_one_for_each_operation_that_refers_to_it()
    {
        string text = GeneratorRunner.Run("""
            openapi: 3.1.0
            info: { title: Links, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  parameters: [{ name: q, in: query, schema: { type: string } }]
                  responses: { '200': { description: ok, links: { Next: { $ref: '#/components/links/Next' } } } }
              /b: { get: { operationId: b, responses: { '200': { description: ok, links: { Next: { $ref: '#/components/links/Next' } } } } } }
            components: { links: { Next: { operationId: a, parameters: { q: fixed } } } }
            """).AllText;

        Assert.Contains("public static ANext From() => new()", text);
        Assert.Contains("public static BNext From() => new()", text);
    }

    private static bool Holds(string condition)
    {
        GeneratorRun run = GeneratorRunner.Run(Spec, consumer: $$"""
            using Consumer;
            internal static class Check
            {
                public static bool Run()
                {
                    using var message = new System.Net.Http.HttpResponseMessage();
                    message.Headers.Add("X-Next", "3");
                    var user = new User { Id = new System.Guid("01234567-89ab-cdef-0123-456789abcdef"), Address = new Address { StreetNo = "Elm 1" } };
                    ApiLinks.MakeUserLook link = ApiLinks.MakeUserLook.From(user, 7, "de", new Wish { Name = "Ada" }, message.Headers);
                    return {{condition}};
                }
            }
            """);
        return (bool)run.Assembly.GetType("Check")!.GetMethod("Run")!.Invoke(null, [])!;
    }
}
