using static RealtimeKit.Gen.Testing.Bombing.BombText;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>References and aliases that are circular, form long chains, or multiply.</summary>
internal static class CircleBombs
{
    private const int Length = 10_000;

    private const string YamlHead = "openapi: 3.1.0\ninfo: {title: a, version: '1'}\n";

    public static IReadOnlyList<Bomb> All { get; } =
    [
        new("ref-to-itself.json", static () => Api(Ref("A"), Schema("A", Ref("A")))),
        new("ref-in-a-ring.json", static () => Api(Ref("A"), Schema("A", Ref("B")), Schema("B", Ref("C")), Schema("C", Ref("A")))),
        new("ref-to-the-root.json", static () => Api("{'$ref':'#'}")),
        new("ref-into-an-operation.json", static () => Api("{'$ref':'#/paths/~1a/get/responses/200/content/application~1json/schema'}")),
        new("allof-of-itself.json", static () => Api(Ref("A"), Schema("A", AllOf(Ref("A"))))),
        new("allof-ring.json", static () => Api(Ref("A"), Schema("A", AllOf(Ref("B"))), Schema("B", AllOf(Ref("A"))))),
        new("oneof-of-itself.json", static () => Api(Ref("A"), Schema("A", OneOf(Ref("A"), Text)))),
        new("oneof-ring.json", static () => Api(Ref("A"), Schema("A", OneOf(Ref("B"), Text)), Schema("B", OneOf(Ref("A"), "{'type':'integer'}")))),
        new("items-of-itself.json", static () => Api(Ref("A"), Schema("A", List(Ref("A"))))),
        new("map-of-itself.json", static () => Api(Ref("A"), Schema("A", Map(Ref("A"))))),
        new("list-of-map-of-itself.json", static () => Api(Ref("A"), Schema("A", List(Map(Ref("A")))))),
        new("mutual-objects.json", static () => Api(Ref("A"), Schema("A", Object("'b':" + Ref("B"))), Schema("B", Object("'a':" + Ref("A"))))),
        new("discriminator-to-itself.json", static () => Api(
            Ref("A"),
            Schema("A", "{'oneOf':[" + Ref("B") + "],'discriminator':{'propertyName':'k','mapping':{'a':'#/components/schemas/A'}}}"),
            Schema("B", AllOf(Ref("A"))))),
        new("path-item-of-itself.yaml", static () => YamlHead + "paths: {/a: {$ref: '#/paths/~1a'}}"),
        new("path-item-ring.yaml", static () => YamlHead + "paths: {/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a'}}"),
        new("parameter-ring.yaml", static () => YamlHead
            + "paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/A'}], responses: {'204': {description: a}}}}}\ncomponents: {parameters: {A: {$ref: '#/components/parameters/B'}, B: {$ref: '#/components/parameters/A'}}}"),
        new("response-of-itself.yaml", static () => YamlHead
            + "paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/A'}}}}}\ncomponents: {responses: {A: {$ref: '#/components/responses/A'}}}"),
        new("body-of-itself.yaml", static () => YamlHead
            + "paths: {/a: {put: {requestBody: {$ref: '#/components/requestBodies/A'}, responses: {'204': {description: a}}}}}\ncomponents: {requestBodies: {A: {$ref: '#/components/requestBodies/A'}}}"),
        new("callback-of-itself.yaml", static () => YamlHead
            + "paths: {/a: {get: {responses: {'204': {description: a}}, callbacks: {c: {$ref: '#/paths/~1a/get/callbacks/c'}}}}}"),

        new("ref-chain-1e4.json", static () => Chain(Length, static (_, next) => next)),
        new("items-chain-1e4.json", static () => Chain(Length, static (_, next) => List(next))),
        new("map-chain-1e4.json", static () => Chain(Length, static (_, next) => Map(next))),
        new("allof-chain-1e4.json", static () => Chain(Length, static (i, next) => AllOf(next, Object("'p" + i + "':" + Text)))),
        new("oneof-chain-1e4.json", static () => Chain(Length, static (_, next) => OneOf(next, Text))),
        new("items-chain-from-its-end.json", static () => ChainFromItsEnd(2_000, static (_, next) => List(next))),
        new("map-chain-from-its-end.json", static () => ChainFromItsEnd(2_000, static (_, next) => Map(next))),
        new("oneof-chain-from-its-end.json", static () => ChainFromItsEnd(2_000, static (i, next) => OneOf(next, List(Text), Object("'p" + i + "':" + Text)))),
        new("allof-chain-from-its-end.json", static () => ChainFromItsEnd(2_000, static (i, next) => AllOf(next, Object("'p" + i + "':" + Text)))),
        new("family-chain-from-its-end.json",
            static () =>
                ChainFromItsEnd(2_000, static (i, next) => AllOf(next, Object("'p" + i + "':" + Text)),
                    end: "{'type':'object','required':['kind'],'properties':{'kind':{'type':'string'}},'discriminator':{'propertyName':'kind'}}")),
        new("property-chain-1e4.json", static () => Chain(Length, static (_, next) => Object("'next':" + next))),

        new("alias-billion-laughs.yaml", static () => "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
            + string.Concat(Many(12, static i => $"a{i + 1}: &a{i + 1} [{Each(9, _ => $"*a{i}")}]\n"))),
        new("alias-doubling.yaml", static () => "x0: &x0 {a: 1, b: 2}\n" + string.Concat(Many(25, static i => $"x{i + 1}: &x{i + 1} {{a: *x{i}, b: *x{i}}}\n"))
            + YamlHead + "paths: {/a: {get: {responses: {'204': {description: a}}}}}\n"),
        new("alias-doubling-schemas.yaml", static () => YamlHead
            + "paths: {/a: {get: {responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/S24'}}}}}}}}\ncomponents:\n  schemas:\n    S0: &s0 {type: object, properties: {a: {type: string}}}\n"
            + string.Concat(Many(24, static i => $"    S{i + 1}: &s{i + 1} {{type: object, properties: {{a: *s{i}, b: *s{i}}}}}\n"))),
        new("alias-of-itself.yaml", static () => YamlHead + "paths: &a {/a: *a}\n"),
        new("merge-doubling.yaml", static () => "a0: &a0 {k: v}\n" + string.Concat(Many(30, static i => $"a{i + 1}: &a{i + 1} {{<<: [*a{i}, *a{i}]}}\n"))),
        new("merge-chain-3e3.yaml", static () => YamlHead + "paths: {/a: {get: {responses: {'204': {description: a}}}}}\na0: &a0 {k0: v}\n"
            + string.Concat(Many(3_000, static i => $"a{i + 1}: &a{i + 1} {{<<: *a{i}, k{i + 1}: v}}\n"))),
        new("merge-of-properties.yaml", static () => YamlHead + "x: &p {" + string.Join(", ", Many(2_000, static i => $"p{i}: {{type: string}}"))
            + "}\npaths: {/a: {get: {responses: {'200': {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}}}}}\ncomponents:\n  schemas:\n"
            + string.Concat(Many(1_000, static i => $"    S{i}: {{type: object, properties: {{<<: *p, next: {{$ref: '#/components/schemas/S{i + 1}'}}}}}}\n"))
                + "    S1000: {type: string}\n"),
        new("merge-of-itself.yaml", static () => YamlHead + "paths: &a {<<: *a}\n"),
        new("anchors-1e5.yaml", static () => string.Concat(Many(100_000, static i => $"a{i}: &a{i} v\n"))),
    ];
}
