using System.Text;
using System.Text.Json.Nodes;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>Tests the emitted readers and writers with consumer code that is compiled with them.</summary>
public class BehaviourTests
{
    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /all:
            post:
              operationId: send
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } }
          /patch:
            patch:
              operationId: patch
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Patch' } } } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            All:
              type: object
              properties:
                pet: { $ref: '#/components/schemas/Pet' }
                toy: { $ref: '#/components/schemas/Toy' }
                shape: { $ref: '#/components/schemas/Shape' }
                id: { anyOf: [{ type: integer }, { type: string }, { type: 'null' }] }
                mode: { anyOf: [{ type: string }, { type: string, enum: [fast, slow] }] }
                counts: { type: object, additionalProperties: { type: array, items: { type: [integer, 'null'] } } }
                size: { type: integer, format: int32, default: 20 }
                level: { type: integer, enum: [1, 2, 4] }
            Pet:
              type: object
              required: [kind]
              properties: { kind: { type: string }, name: { type: string } }
              discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { barks: { type: boolean } } }] }
            Ball: { type: object, required: [radius], properties: { radius: { type: number }, colour: { type: string } } }
            Rope: { type: object, required: [length], properties: { length: { type: number }, colour: { type: string } } }
            Toy: { oneOf: [{ $ref: '#/components/schemas/Ball' }, { $ref: '#/components/schemas/Rope' }] }
            Circle: { type: object, properties: { type: { type: string }, r: { type: number } } }
            Square: { type: object, properties: { type: { type: string }, a: { type: number } } }
            Shape:
              oneOf: [{ $ref: '#/components/schemas/Circle' }, { $ref: '#/components/schemas/Square' }]
              discriminator: { propertyName: type, mapping: { round: '#/components/schemas/Circle', Square: '#/components/schemas/Square' } }
            Patch:
              type: object
              properties: { name: { type: [string, 'null'] }, age: { type: integer } }
        """;

    [Theory]
    [InlineData("""{"pet":{"kind":"dog","name":"Rex","barks":true}}""", "x.Pet is Dog { Barks: true, Name: \"Rex\" }")]
    [InlineData("""{"pet":{"kind":"cat","lives":9}}""", "x.Pet is not Dog && x.Pet!.AdditionalProperties![\"lives\"].GetInt32() == 9")]
    [InlineData("""{"toy":{"colour":"red","length":2.5}}""", "x.Toy!.TryGetRope(out var rope) && rope.Length == 2.5")]
    [InlineData("""{"toy":{"colour":"red","radius":1}}""", "x.Toy!.TryGetBall(out _)")]
    [InlineData("""{"toy":{"wheels":4}}""", "x.Toy!.IsUnknown")]
    [InlineData("""{"toy":"string"}""", "x.Toy!.IsUnknown")]
    [InlineData("""{"shape":{"type":"round","r":1}}""", "x.Shape!.TryGetCircle(out _)")]
    [InlineData("""{"shape":{"type":"Square","a":1}}""", "x.Shape!.TryGetSquare(out _)")]
    [InlineData("""{"shape":{"type":"star"}}""", "x.Shape!.IsUnknown")]
    [InlineData("""{"id":7}""", "x.Id!.TryGetInteger(out var n) && n == 7")]
    [InlineData("""{"id":"seven"}""", "x.Id!.Match(integer: n => \"\", text: s => s, unknown: _ => \"\") == \"seven\"")]
    [InlineData("""{"mode":"fast"}""", "x.Mode == AllMode.Fast")]
    [InlineData("""{"mode":"other"}""", "x.Mode is { IsKnown: false, RawValue: \"other\" }")]
    [InlineData("""{"counts":{"a":[1,null],"b":[]}}""", "x.Counts![\"a\"][1] is null && x.Counts[\"b\"].Count == 0")]
    [InlineData("""{"level":4}""", "x.Level == AllLevel.Value4")]
    [InlineData("""{"level":8}""", "x.Level is { IsKnown: false, RawValue: \"8\" }")]
    [InlineData("""{"size":5}""", "x.Size == 5")]
    public void A_value_is_read_as_what_it_is_and_written_unchanged(string json, string condition)
    {
        string consumer = $$"""
            using Consumer;
            internal static class Check
            {
                public static (bool, string) Run(string json)
                {
                    All x = System.Text.Json.JsonSerializer.Deserialize<All>(json)!;
                    return ({{condition}}, System.Text.Json.JsonSerializer.Serialize(x));
                }
            }
            """;

        (bool holds, string written) = Call<(bool, string)>(Pets, consumer, json);

        Assert.True(holds, condition);
        string expected = json.Contains("\"size\"", StringComparison.Ordinal) ? json : json[..^1] + ",\"size\":20}";
        Assert.Equal(Sorted(expected), Sorted(written));
    }

    [Theory]
    [InlineData("""{"pet":{"kind":"Cat"}}""", "x.Pet!.TryGetCat(out _)")]
    [InlineData("""{"pet":{"kind":"Bird"}}""", "x.Pet!.TryGetOther(out _)")]
    [InlineData("""{"pet":{}}""", "x.Pet!.TryGetOther(out _)")]
    [InlineData("""{"event":{"type":"Started"}}""", "x.Event is Started")]
    [InlineData("""{"event":{"type":"Else"}}""", "x.Event is Generic")]
    [InlineData("""{"event":{"type":"Event"}}""", "x.Event is not (Started or Generic)")]
    [InlineData("""{"either":[{"type":"Event"}]}""", "x.Either!.Value is System.Collections.Generic.IEnumerable<Event>")]
    [InlineData("""{"either":[{"type":"plain"}]}""", "x.Either!.Value is System.Collections.Generic.IEnumerable<Plain>")]
    [InlineData("""{"event":{}}""", "x.Event is Generic")]
    public void An_unknown_discriminator_value_is_the_default_case(string json, string condition)
    {
        const string spec = """
            openapi: 3.2.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { $ref: '#/components/schemas/All' } } }
            components:
              schemas:
                All:
                  type: object
                  properties:
                    pet: { $ref: '#/components/schemas/Pet' }
                    event: { $ref: '#/components/schemas/Event' }
                    either: { $ref: '#/components/schemas/Either' }
                Either:
                  oneOf:
                    - { type: array, items: { $ref: '#/components/schemas/Event' } }
                    - { type: array, items: { $ref: '#/components/schemas/Plain' } }
                Plain: { type: object, properties: { type: { const: plain } } }
                Pet:
                  oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Other' }]
                  discriminator: { propertyName: kind, defaultMapping: Other }
                Cat: { type: object, required: [kind], properties: { kind: { type: string } } }
                Other: { type: object, properties: { kind: { type: string } } }
                Event:
                  type: object
                  properties: { type: { type: string } }
                  discriminator: { propertyName: type, defaultMapping: '#/components/schemas/Generic' }
                Started: { allOf: [{ $ref: '#/components/schemas/Event' }, { type: object, properties: { at: { type: string } } }] }
                Generic: { allOf: [{ $ref: '#/components/schemas/Event' }, { type: object, properties: { note: { type: string } } }] }
            """;
        string consumer = $$"""
            using Consumer;
            internal static class Check
            {
                public static bool Run(string json)
                {
                    All x = System.Text.Json.JsonSerializer.Deserialize<All>(json)!;
                    return {{condition}} && System.Text.Json.JsonSerializer.Serialize(x) == json;
                }
            }
            """;

        Assert.True(Call<bool>(spec, consumer, json), condition);
    }

    [Theory]
    [InlineData("new Patch()", "{}")]
    [InlineData("new Patch { Name = null }", """{"name":null}""")]
    [InlineData("new Patch { Name = \"Rex\", Age = 3 }", """{"name":"Rex","age":3}""")]
    public void Absent_and_null_are_two_things_in_a_request(string expression, string expected)
    {
        string consumer = $$"""
            using Consumer;
            internal static class Check
            {
                public static string Run(string json) => System.Text.Json.JsonSerializer.Serialize({{expression}});
            }
            """;

        Assert.Equal(expected, Call<string>(Pets, consumer, ""));
    }

    [Theory]
    [InlineData("new Vehicle()", "{}")]
    [InlineData("new Vehicle { Kind = \"Vehicle\" }", """{"kind":"Vehicle"}""")]
    [InlineData("new Car { Doors = 5 }", """{"kind":"car","doors":5}""")]
    [InlineData("new Van()", """{"kind":"Van"}""")]
    [InlineData("new Van { Kind = \"Transporter\" }", """{"kind":"Transporter"}""")]
    [InlineData("new Camper { Beds = 2 }", """{"kind":"camper","beds":2}""")]
    [InlineData("new Cat { State = AnimalState.Cat }", """{"state":"cat"}""")]
    [InlineData("new Rose()", """{"sort":"rose"}""")]
    public void A_record_of_a_family_says_by_itself_which_one_it_is(string expression, string expected)
    {
        const string spec = """
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } }
                  responses: { '204': { description: ok } }
            components:
              schemas:
                All:
                  type: object
                  properties:
                    vehicle: { $ref: '#/components/schemas/Vehicle' }
                    animal: { $ref: '#/components/schemas/Animal' }
                    plant: { $ref: '#/components/schemas/Plant' }
                Vehicle:
                  type: object
                  required: [kind]
                  properties: { kind: { type: string } }
                  discriminator: { propertyName: kind, mapping: { car: Car, camper: Camper } }
                Car: { allOf: [{ $ref: '#/components/schemas/Vehicle' }, { type: object, properties: { doors: { type: integer } } }] }
                Van: { allOf: [{ $ref: '#/components/schemas/Vehicle' }, { type: object, properties: { load: { type: integer } } }] }
                Camper: { allOf: [{ $ref: '#/components/schemas/Van' }, { type: object, properties: { beds: { type: integer } } }] }
                # No value of the enum is the base's own: who makes any of them says which.
                Animal: { type: object, required: [state], properties: { state: { type: string, enum: [cat, dog] } }, discriminator: { propertyName: state } }
                Cat: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object }] }
                Plant:
                  type: object
                  required: [sort]
                  properties: { sort: { type: string, enum: [Plant, rose] } }
                  discriminator: { propertyName: sort, mapping: { rose: Rose } }
                Rose: { allOf: [{ $ref: '#/components/schemas/Plant' }, { type: object }] }
            """;
        string consumer = $$"""
            using Consumer;
            internal static class Check
            {
                public static string Run(string json) => System.Text.Json.JsonSerializer.Serialize({{expression}});
            }
            """;

        Assert.Equal(Sorted(expected), Sorted(Call<string>(spec, consumer, "")));
    }

    [Fact]
    public void A_member_keeps_its_name_however_many_bases_lie_between()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { $ref: '#/components/schemas/Base' } } }
            components:
              schemas:
                Base: { type: object, required: [kind], properties: { kind: { type: string }, x_y: { type: string } }, discriminator: { propertyName: kind } }
                Middle:
                  allOf:
                    - { $ref: '#/components/schemas/Base' }
                    - { type: object, properties: { a: { type: string }, x-y: { type: integer } } }
                  discriminator: { propertyName: kind }
                Last: { allOf: [{ $ref: '#/components/schemas/Middle' }, { type: object, properties: { b: { type: string }, 'x y': { type: boolean } } }] }
            """);

        // Each of the three names is reported once. The first of x_y, x-y and 'x y' keeps the plain name.
        Assert.Equal(["x y", "x-y"], run.QuotedIn("RTK0040"));
        Assert.Equal(7, run.Assembly.GetType("Consumer.Last")!.GetProperties().Select(static property => property.Name).Distinct().Count());
    }

    [Theory]
    [InlineData("""{"toy":{"radius":1},"toy":{"radius":2}}""")]
    [InlineData("""{"size":1.5}""")]
    [InlineData("""{"unknown":1,"unknown":2}""")]
    public void What_would_lose_or_invent_a_value_is_refused(string json)
    {
        const string consumer = """
            internal static class Check
            {
                public static bool Run(string json)
                {
                    try { System.Text.Json.JsonSerializer.Deserialize<Consumer.All>(json); return false; }
                    catch (System.Text.Json.JsonException) { return true; }
                }
            }
            """;

        Assert.True(Call<bool>(Pets, consumer, json));
    }

    [Fact]
    public void A_record_of_many_properties_and_a_long_enum_read_and_write()
    {
        StringBuilder spec = new("""
            openapi: 3.0.0
            info: { title: Many, version: '1' }
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200':
                      description: ok
                      content: { application/json: { schema: { $ref: '#/components/schemas/All' } } }
            components:
              schemas:
                Long: { type: string, enum: [
            """);
        spec.AppendJoin(", ", Enumerable.Range(0, 200).Select(static i => $"value{i}"))
            .Append("] }\n    All: { type: object, required: [p0, p70], properties: { long: { $ref: '#/components/schemas/Long' }");
        for (int i = 0; i < 150; i++)
        {
            spec.Append($", p{i}: {{ type: integer }}");
        }

        spec.Append(" } }\n");
        const string consumer = """
            internal static class Check
            {
                public static string Run(string json) => System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<Consumer.All>(json)!);
            }
            """;
        const string json = """{"long":"value150","p0":1,"p149":3,"p70":2}""";

        Assert.Equal(Sorted(json), Sorted(Call<string>(spec.ToString(), consumer, json)));
    }

    private static T Call<T>(string spec, string consumer, string json)
    {
        GeneratorRun run = GeneratorRunner.Run(spec, consumer: consumer);
        return (T)run.Assembly.GetType("Check")!.GetMethod("Run")!.Invoke(null, [json])!;
    }

    /// <summary>Compares two JSON texts without regard to the order of members.</summary>
    private static string Sorted(string json) => Sort(JsonNode.Parse(json))!.ToJsonString();

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject members =>
            new JsonObject(members.OrderBy(static member => member.Key, StringComparer.Ordinal)
                .Select(static member => KeyValuePair.Create(member.Key, Sort(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sort)]),
        _ => node?.DeepClone(),
    };
}
