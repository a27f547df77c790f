using static RealtimeKit.Gen.Testing.Bombing.BombText;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>Documents that are too deep to read, and valid documents that are too deep to emit, by recursion.</summary>
internal static class DepthBombs
{
    public static IReadOnlyList<Bomb> All { get; } =
    [
        new("json-arrays-1e6.json", static () => Repeat("[", 1_000_000)),
        new("json-objects-1e6.json", static () => Repeat("{\"a\":", 1_000_000)),
        new("json-balanced-1e5.json", static () => Nested("[", "", "]", 100_000)),
        new("yaml-flow-sequences-1e6.yaml", static () => Repeat("[", 1_000_000)),
        new("yaml-flow-mappings-1e5.yaml", static () => Repeat("{a: ", 100_000)),
        new("yaml-dashes-1e5.yaml", static () => Repeat("- ", 100_000) + "a"),
        new("yaml-question-marks-1e5.yaml", static () => Repeat("? ", 100_000) + "a"),
        new("yaml-tags-1e5.yaml", static () => Repeat("!!map ", 100_000) + "{}"),
        new("yaml-indentation-3000.yaml", static () => string.Concat(Many(3_000, static i => new string(' ', i) + "a:\n"))),

        new("nested-properties-100.json", static () => Api(Nested("{'type':'object','properties':{'a':", Text, "}}", 100))),
        new("nested-properties-1e4.json", static () => Api(Nested("{'type':'object','properties':{'a':", Text, "}}", 10_000))),
        new("nested-items-200.json", static () => Api(Nested("{'type':'array','items':", Text, "}", 200))),
        new("nested-items-1e4.json", static () => Api(Nested("{'type':'array','items':", Text, "}", 10_000))),
        new("nested-maps-200.json", static () => Api(Nested("{'type':'object','additionalProperties':", Text, "}", 200))),
        new("nested-maps-1e4.json", static () => Api(Nested("{'type':'object','additionalProperties':", Text, "}", 10_000))),
        new("nested-allof-200.json", static () => Api(Nested("{'allOf':[", Object("'a':" + Text), "]}", 200))),
        new("nested-allof-1e4.json", static () => Api(Nested("{'allOf':[", Object("'a':" + Text), "]}", 10_000))),
        new("nested-oneof-200.json", static () => Api(Nested("{'oneOf':[{'type':'string'},", "{'type':'integer'}", "]}", 200))),
        new("nested-not-200.json", static () => Api(Nested("{'not':", "{'type':'integer'}", "}", 200))),
        new("nested-examples-1e4.json", static () => Api("{'type':'object','example':" + Nested("{'a':", "1", "}", 10_000) + "}")),
    ];
}
