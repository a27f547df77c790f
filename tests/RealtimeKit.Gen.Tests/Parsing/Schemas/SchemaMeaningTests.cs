using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Schemas;

/// <summary>
/// Tests what each construct of a schema means for a consumer. One document has a property for each construct. The emitted code
/// is compiled once, and reads and writes a value of each property.
/// </summary>
public class SchemaMeaningTests
{
    private const string Components = """
            Json:
              anyOf:
                - { type: string }
                - { type: number }
                - { type: boolean }
                - { type: array, items: { $ref: '#/components/schemas/Json' } }
                - { type: object, additionalProperties: { $ref: '#/components/schemas/Json' } }
            Self: { oneOf: [{ $ref: '#/components/schemas/Self' }, { type: string }, { type: integer }] }
            Ping: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Ping' } }, { $ref: '#/components/schemas/Pong' }, { type: string }] }
            Pong: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Ping' } }, { $ref: '#/components/schemas/Ping' }] }
            Level: { type: string, enum: [low, high] }
            Reading: { anyOf: [{ type: string, enum: [low, high] }, { type: string, format: uri }, { type: string }] }
            Place: { anyOf: [{ type: string, format: uri }, { type: string, enum: [home, away] }] }
            Blob: { oneOf: [{ type: string, format: byte }, { type: integer }] }
            Tree: { type: object, additionalProperties: { $ref: '#/components/schemas/Tree' } }
            Filter: { oneOf: [{ type: array, items: { $ref: '#/components/schemas/Filter' } }, { $ref: '#/components/schemas/Condition' }] }
            Condition: { type: object, required: [field], properties: { field: { type: string }, not: { $ref: '#/components/schemas/Filter' } } }
            Nested: { prefixItems: [{ type: string }, { $ref: '#/components/schemas/Nested' }], minItems: 1 }
            Node: { $dynamicAnchor: node, type: object, properties: { name: { type: string }, children: { type: array, items: { $dynamicRef: '#node' } } } }
            Named: { $anchor: named, type: object, properties: { a: { type: integer } } }
            Message: { type: object, required: [type, text], properties: { type: { type: string, enum: [message] }, text: { type: string } } }
            Output:
              type: object
              required: [type, text, id]
              properties: { type: { type: string, enum: [message] }, text: { type: string }, id: { type: string } }
            Call: { type: object, required: [type, id], properties: { type: { const: call }, id: { type: string } } }
            Reference: { type: object, required: [type, id], properties: { type: { const: reference }, id: { type: string } } }
            Item:
              oneOf:
                - { $ref: '#/components/schemas/Message' }
                - { $ref: '#/components/schemas/Output' }
                - { $ref: '#/components/schemas/Call' }
              discriminator: { propertyName: type }
            Input:
              oneOf:
                - { type: object, title: Item, $ref: '#/components/schemas/Item' }
                - { $ref: '#/components/schemas/Reference' }
              discriminator: { propertyName: type }
            Mapped:
              oneOf: [{ $ref: '#/components/schemas/Named' }, { $ref: '#/components/schemas/Node' }]
              discriminator: { propertyName: type, mapping: { named: Named, node: Node } }
            Outer: { oneOf: [{ $ref: '#/components/schemas/Reference' }, { $ref: '#/components/schemas/Mapped' }], discriminator: { propertyName: type } }
            Pet: { type: object, required: [kind], properties: { kind: { type: string, enum: [cat, dog] } }, discriminator: { propertyName: kind } }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { lives: { type: integer } } }] }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { barks: { type: boolean } } }] }
        """;

    private static readonly SchemaCase[] _cases =
    [
        // Schemas that contain themselves.
        new("json", "{ $ref: '#/components/schemas/Json' }", """{"a":[1,"b",true,{}]}""",
            "x!.TryGetJsonMap(out var map) && map[\"a\"].TryGetJsonList(out var list) && list.Count == 4 && list[1].TryGetText(out var text) && text == \"b\""),
        new("tree", "{ $ref: '#/components/schemas/Tree' }", """{"a":{"b":{}}}""", "x!.AdditionalProperties![\"a\"].AdditionalProperties!.ContainsKey(\"b\")"),
        new("filter", "{ $ref: '#/components/schemas/Filter' }", """[[{"field":"a","not":{"field":"b"}}]]""",
            "x!.TryGetFilterList(out var outer) && outer[0].TryGetFilterList(out var inner) && inner[0].TryGetCondition(out var c) && c.Not!.TryGetCondition(out _)"),
        new("nested", "{ $ref: '#/components/schemas/Nested' }", """["a",["b"]]""", "x!.Item2!.Item1 == \"b\" && x.Item2.Item2 is null"),
        new("self", "{ $ref: '#/components/schemas/Self' }", "1", "x!.TryGetInteger(out var n) && n == 1"),
        new("circle", "{ $ref: '#/components/schemas/Ping' }", """{"a":1}""", "x is not null"),
        new("dynamic", "{ $ref: '#/components/schemas/Node' }", """{"name":"a","children":[{"name":"b"}]}""", "x!.Children![0].Name == \"b\""),
        new("anchor", "{ $ref: '#named' }", """{"a":1}""", "x!.A == 1"),

        // Unions whose discriminator has no mapping: constants distinguish the cases, whether or not a discriminator is named.
        new("constants", "{ $ref: '#/components/schemas/Item' }", """{"type":"call","id":"a"}""", "x!.TryGetCall(out var call) && call.Id == \"a\""),
        new("sameConstant", "{ $ref: '#/components/schemas/Item' }", """{"type":"message","text":"t","id":"a"}""",
            "x!.TryGetOutput(out var output) && output.Id == \"a\""),
        new("sameButLess", "{ $ref: '#/components/schemas/Item' }", """{"type":"message","text":"t"}""", "x!.TryGetMessage(out _)"),
        new("ownConstant", "{ $ref: '#/components/schemas/Call' }", """{"type":"call","id":"a"}""",
            "x == new Call { Id = \"a\" } && x!.Type == \"call\""),
        new("otherConstant", "{ $ref: '#/components/schemas/Item' }", """{"type":"later","id":"a"}""", "x!.IsUnknown"),
        new("unionInUnion", "{ $ref: '#/components/schemas/Input' }", """{"type":"call","id":"a"}""", "x!.TryGetItem(out var item) && item.TryGetCall(out _)"),
        new("besideUnion", "{ $ref: '#/components/schemas/Input' }", """{"type":"reference","id":"a"}""", "x!.TryGetReference(out _)"),
        new("mappedInUnion", "{ $ref: '#/components/schemas/Outer' }", """{"type":"named","a":1}""",
            "x!.TryGetMapped(out var mapped) && mapped.TryGetNamed(out _)"),
        new("inferred", "{ anyOf: [{ $ref: '#/components/schemas/Reference' }, { $ref: '#/components/schemas/Call' }] }", """{"type":"call","id":"a"}""",
            "x!.TryGetCall(out _)"),
        new("inferredLater", "{ anyOf: [{ $ref: '#/components/schemas/Reference' }, { $ref: '#/components/schemas/Call' }] }", """{"type":"later","id":"a"}""",
            "x!.IsUnknown"),
        new("notInferred",
            "{ anyOf: [{ type: object, title: Left, required: [state, a], properties: { state: { enum: [x, y] }, a: { type: string } } }, " +
            "{ type: object, title: Right, required: [state, b], properties: { state: { enum: [z] }, b: { type: string } } }] }",
            """{"state":"later","b":"b"}""", "x!.TryGetRight(out _)"),
        new("inferredAbsent", "{ anyOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Named' }] }", """{"kind":"cat","lives":1}""",
            "x!.TryGetCat(out _)"),
        new("family", "{ $ref: '#/components/schemas/Pet' }", """{"kind":"dog","barks":true}""", "x is Dog { Barks: true }"),

        // Alternatives that differ only in what can be null within them, or in whether an enum is open, are one type.
        new("alikeLists",
            "{ anyOf: [{ type: array, items: { $ref: '#/components/schemas/Named' } }, " +
            "{ type: array, items: { anyOf: [{ $ref: '#/components/schemas/Named' }, { type: 'null' }] } }] }",
            """[{"a":1},null]""", "x![0]!.A == 1 && x[1] is null"),
        new("alikeMaps",
            "{ anyOf: [{ type: string }, { type: object, additionalProperties: { type: [integer, 'null'] } }, " +
            "{ type: object, additionalProperties: { type: integer } }] }",
            """{"a":1,"b":null}""", "x!.TryGetIntegerMap(out var map) && map[\"b\"] is null"),
        new("alikeEnums", "{ oneOf: [{ $ref: '#/components/schemas/Level' }, { anyOf: [{ $ref: '#/components/schemas/Level' }, { type: string }] }] }",
            "\"low\"", "x == Level.Low"),
        new("alikeEnumLists",
            "{ oneOf: [{ type: array, items: { $ref: '#/components/schemas/Level' } }, " +
            "{ type: array, items: { anyOf: [{ $ref: '#/components/schemas/Level' }, { type: string }] } }] }",
            "[\"low\",\"later\"]", "x![0] == Level.Low && !x[1].IsKnown"),

        // Strings beside an enum: a plain string makes the enum open, and a string with a format is a further alternative.
        new("openLevel", "{ $ref: '#/components/schemas/Reading' }", "\"later\"", "x is { IsKnown: false }"),
        new("formatBeside", "{ $ref: '#/components/schemas/Place' }", "\"https://example.com/\"", "x!.TryGetUri(out var uri) && uri.Host == \"example.com\""),
        new("formatBesideEnum", "{ $ref: '#/components/schemas/Place' }", "\"home\"", "x!.TryGetText(out var text) && text == PlaceText.Home"),

        new("formatBesideLater", "{ $ref: '#/components/schemas/Place' }", "\"moon\"", "x!.TryGetText(out var text) && !text.IsKnown"),
        new("secondEnum", "{ oneOf: [{ $ref: '#/components/schemas/Level' }, { type: string, title: Side, enum: [left, right] }] }", "\"left\"",
            "x!.TryGetSide(out var side) && side == AllSecondEnumSide.Left"),
        new("secondNumbers", "{ oneOf: [{ type: integer }, { type: integer, title: Fixed, enum: [1, 2] }] }", "2",
            "x!.TryGetFixed(out var two) && two == Fixed.Value2"),
        new("besideNumbers", "{ oneOf: [{ type: integer }, { type: integer, title: Fixed, enum: [1, 2] }] }", "3", "x!.TryGetInteger(out var n) && n == 3"),
        new("formats",
            "{ oneOf: [{ type: string, format: uri }, { type: string, format: date-time }, { type: string, format: date }, { type: string, format: uuid }] }",
            "\"2026-01-02\"", "x!.TryGetDateOnly(out var date) && date.Day == 2"),
        new("relative", "{ oneOf: [{ type: string, format: uri }, { type: string, format: uuid }] }", "\"a/b\"", "x!.TryGetUri(out _)"),
        new("wordsBesideBytes", "{ oneOf: [{ $ref: '#/components/schemas/Blob' }, { type: string }] }", "\"two words\"", "x!.TryGetText(out _)"),
        new("bytesBesideWords", "{ oneOf: [{ $ref: '#/components/schemas/Blob' }, { type: string }] }", "\"AAECAwQ=\"",
            "x!.TryGetBlob(out var blob) && blob.TryGetBytes(out _)"),
        new("unionBesideText", "{ oneOf: [{ $ref: '#/components/schemas/Item' }, { type: string }] }", "\"a\"", "x!.TryGetText(out var a) && a == \"a\""),
        new("unionBesideUnion",
            "{ oneOf: [{ $ref: '#/components/schemas/Place' }, { $ref: '#/components/schemas/Mapped' }, " +
            "{ type: object, title: Own, required: [own], properties: { own: { type: string } } }] }",
            """{"own":"a"}""", "x!.TryGetOwn(out _)"),

        // Tuples.
        new("point", "{ type: array, prefixItems: [{ type: number }, { type: number }], minItems: 2, maxItems: 2 }", "[1.5,2]", "x!.Count == 2 && x[0] == 1.5"),
        new("pair", "{ type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 2, items: false }", """["a",1]""",
            "x!.Item1 == \"a\" && x.Item2 == 1L && x.AdditionalItems is null"),
        new("longer", "{ type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 2, items: false }", """["a",1,{"later":true}]""",
            "x!.AdditionalItems!.Count == 1"),
        new("shorter", "{ type: array, prefixItems: [{ type: string }, { type: integer }, { type: string, enum: [on, off] }], minItems: 1 }", """["a"]""",
            "x!.Item2 is null && x.Item3 is null"),
        new("gap", "{ type: array, prefixItems: [{ type: string }, { type: integer }, { type: string, enum: [on, off] }] }", """["a",null,"on"]""",
            "x!.Item2 is null && x.Item3 == AllGapItem3.On"),
        new("rest", "{ type: array, prefixItems: [{ type: string }], items: { type: integer }, minItems: 1 }", """["a",1,2]""",
            "x!.AdditionalItems!.Sum() == 3"),
        new("titled", "{ type: array, prefixItems: [{ type: string, x-ms-client-name: Label }, { type: boolean }], minItems: 2 }", """["a",true]""",
            "x!.Label == \"a\" && x.Item2"),

        // Maps and names that match patterns.
        new("patterns", "{ type: object, patternProperties: { '^n_': { type: integer } }, additionalProperties: false }", """{"n_a":1}""", "x![\"n_a\"] == 1L"),
        new("anyName", "{ type: object, patternProperties: { '.*': { type: integer } } }", """{"a":1}""", "x![\"a\"] == 1L"),
        new("beside", "{ type: object, properties: { id: { type: string } }, patternProperties: { '^x-': { type: boolean } }, additionalProperties: false }",
            """{"id":"a","x-b":true}""", "x!.Id == \"a\" && x.AdditionalProperties![\"x-b\"]"),
        new("mixedPatterns", "{ type: object, patternProperties: { '^n_': { type: integer }, '^s_': { type: string } }, additionalProperties: false }",
            """{"n_a":1,"s_a":"b"}""", "x![\"n_a\"].TryGetInteger(out var n) && n == 1 && x[\"s_a\"].TryGetText(out _)"),
        new("anyBeside", "{ type: object, patternProperties: { '^n_': { type: integer } } }", """{"n_a":1,"other":{}}""", "x![\"n_a\"].GetInt32() == 1"),
        new("arrays", "{ type: object, additionalProperties: { type: array, items: { type: array, items: { type: [integer, 'null'] } } } }",
            """{"a":[[1,null]]}""", "x![\"a\"][0][1] is null"),
        new("closed", "{ type: object, properties: { a: { type: integer } }, additionalProperties: false }", """{"a":1,"later":2}""",
            "x!.AdditionalProperties![\"later\"].GetInt32() == 2"),

        // Enums of every kind of value.
        new("mixedEnum", "{ enum: [auto, 3, 5, true] }", "5", "x!.TryGetNumber(out var n) && n == AllMixedEnumNumber.Value5"),
        new("mixedText", "{ enum: [auto, 4, 6, true] }", "\"auto\"", "x!.TryGetText(out var t) && t == \"auto\""),
        new("mixedLater", "{ enum: [auto, 1] }", "\"later\"", "x!.TryGetText(out var t) && t == \"later\""),
        new("typedMixed", "{ type: [string, integer], enum: [auto, 1] }", "1", "x!.TryGetInteger(out _)"),
        new("nullEnum", "{ enum: [a, b, null] }", "\"a\"", "x.Value == AllNullEnum.A"),
        new("nullConstant", "{ enum: [a, null] }", "\"a\"", "x == \"a\""),
        new("longEnum", "{ type: integer, enum: [1, 5000000000] }", "5000000000", "x == AllLongEnum.Value5000000000"),
        new("fractions", "{ type: number, enum: [0.5, 1] }", "0.5", "x == 0.5"),
        new("empty", "{ type: string, enum: ['', a] }", "\"\"", "x == AllEmpty.Empty"),
        new("cases", "{ type: string, enum: [asc, ASC] }", "\"ASC\"", "x == AllCases.ASC"),
        new("nullObject",
            "{ allOf: [{ oneOf: [{ $ref: '#/components/schemas/Level' }, { type: object, nullable: true, additionalProperties: false }] }, { description: Any. }] }",
            "\"low\"", "x.Value == Level.Low"),
        new("nullOfNullObject", "{ oneOf: [{ $ref: '#/components/schemas/Level' }, { type: object, nullable: true, additionalProperties: false }] }",
            "null", "x.HasValue && x.Value is null"),
        new("otherThanConstant", "{ const: fixed }", "\"other\"", "x == \"other\""),
        new("namedConstant", "{ const: fixed, x-enum-varnames: [Steady] }", "\"fixed\"", "x == AllNamedConstant.Steady"),
        new("numberConstant", "{ const: 7 }", "7", "x == 7L"),
        new("documentedConstants", "{ oneOf: [{ const: a, title: First }, { const: b, description: The second. }] }", "\"a\"", "x == AllDocumentedConstants.First"),
        new("constantsBesideNumbers", "{ anyOf: [{ const: up }, { const: down }, { type: integer }] }", "\"down\"",
            "x!.TryGetText(out var t) && t == AllConstantsBesideNumbersText.Down"),
        new("constantBesideEnum", "{ anyOf: [{ $ref: '#/components/schemas/Level' }, { const: mixed }] }", "\"mixed\"", "x!.Value.RawValue == \"mixed\""),
        new("constantBesideDate", "{ anyOf: [{ const: auto }, { type: string, format: date }] }", "\"2024-01-31\"",
            "x!.TryGetDateOnly(out var d) && d.Day == 31"),
        new("dateBesideConstant", "{ anyOf: [{ const: auto }, { type: string, format: date }] }", "\"auto\"", "x!.TryGetText(out var t) && t == \"auto\""),
        new("constantBesideText", "{ anyOf: [{ const: auto }, { type: string }] }", "\"any\"", "x == \"any\""),
        new("listOfConstants", "{ type: array, items: { const: a } }", """["a"]""", "x![0] == \"a\""),
        new("constant", "{ const: fixed }", "\"fixed\"", "x == \"fixed\""),
        new("booleans", "{ enum: [true] }", "true", "x == true"),
        new("numbersAsText", "{ type: string, enum: [1.0, 2] }", "\"1.0\"", "x == AllNumbersAsText.Value1_0"),

        // Numbers of every format.
        new("small", "{ type: integer, format: int8 }", "-128", "x == (sbyte)-128"),
        new("word", "{ type: integer, format: uint16 }", "65535", "x is (ushort)65535"),

        // Nullable in three dialects; schemas that are true.
        new("nullable31", "{ type: [string, 'null'] }", "null", "x.Value is null && x.HasValue"),
        new("nullableAny", "{ anyOf: [{ type: integer }, { type: 'null' }] }", "null", "x.HasValue && x.Value is null"),
        new("nullOnly", "{ type: 'null' }", "null", "x.HasValue"),
        new("anything", "true", """{"a":1}""", "x.Value!.Value.GetProperty(\"a\").GetInt32() == 1"),
    ];

    private static readonly Lazy<Assembly> _client = new(Compile);

    public static TheoryData<string> Names => [.. _cases.Select(static @case => @case.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_is_read_as_what_its_schema_means_and_written_unchanged(string name)
    {
        SchemaCase @case = _cases.Single(@case => @case.Name == name);
        string json = $$"""{"{{name}}":{{@case.Json}}}""";

        (bool holds, string written) = ((bool, string))_client.Value.GetType("Check_" + name)!.GetMethod("Run")!.Invoke(null, [json])!;

        Assert.True(holds, @case.Condition);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(@case.Written is { } other ? $$"""{"{{name}}":{{other}}}""" : json), JsonNode.Parse(written)), written);
    }

    private static Assembly Compile()
    {
        StringBuilder spec = new("""
            openapi: 3.1.0
            info: { title: Meaning, version: '1' }
            paths:
              /all:
                post:
                  operationId: echo
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } }
                  responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } }
            components:
              schemas:

            """);
        spec.Append(Components.ReplaceLineEndings("\n")).Append("\n    All:\n      type: object\n      properties:\n");
        StringBuilder consumer = new("using System.Linq;\nusing Consumer;\n");
        foreach (SchemaCase @case in _cases)
        {
            spec.Append($"        {@case.Name}: {@case.Schema}\n");
            string property = char.ToUpperInvariant(@case.Name[0]) + @case.Name[1..];
            consumer.Append($$"""
                internal static class Check_{{@case.Name}}
                {
                    public static (bool, string) Run(string json)
                    {
                        All all = System.Text.Json.JsonSerializer.Deserialize<All>(json)!;
                        var x = all.{{property}};
                        return ({{@case.Condition}}, System.Text.Json.JsonSerializer.Serialize(all));
                    }
                }

                """);
        }

        // An Optional tells whether null was received or nothing.
        Dictionary<string, string> options = new() { ["Optional"] = "always" };
        return GeneratorRunner.Run(spec.ToString(), options, consumer: consumer.ToString()).Assembly;
    }
}
