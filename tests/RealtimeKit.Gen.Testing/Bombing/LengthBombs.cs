using static RealtimeKit.Gen.Testing.Bombing.BombText;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>Documents with one very long part, and documents that are nearly empty.</summary>
internal static class LengthBombs
{
    private const int Megabyte = 1_000_000;

    public static IReadOnlyList<Bomb> All { get; } =
    [
        new("description-10-mb.json", static () => Api("{'type':'object','description':'" + Repeat("d", 10 * Megabyte) + "'}")),
        new("description-of-line-ends.json", static () => Api("{'type':'object','description':'" + Repeat("\\n", 100_000) + "'}")),
        new("name-1-mb.json", static () => Api(Ref(Repeat("n", Megabyte)), Schema(Repeat("n", Megabyte), Object("'a':" + Text)))),
        new("property-1-mb.json", static () => Api(Object(Schema(Repeat("n", Megabyte), Text)))),
        new("operation-id-1-mb.json", static () => Operation("'operationId':'" + Repeat("o", Megabyte) + "'," + NoContent)),
        new("number-1-mb.json", static () => Api("{'type':'object','properties':{'a':{'type':'integer','default':" + Repeat("9", Megabyte) + "}}}")),
        new("exponent.json", static () => Api("{'type':'object','properties':{'a':{'type':'number','default':1e999999999,'maximum':-1e999999999}}}")),
        new("pattern-that-backtracks.json", static () =>
            Api("{'type':'object','properties':{'a':{'type':'string','pattern':'" + Repeat("(a+)+", 1_000) + "$','default':'" + Repeat("a", 1_000) + "!'}}}")),
        new("path-of-holes-1e3.json", static () => Operation(NoContent, "/" + Repeat("{a}", 1_000))),
        new("path-1-mb.json", static () => Operation(NoContent, "/" + Repeat("p", Megabyte))),
        new("yaml-block-10-mb.yaml", static () => "openapi: 3.0.3\ninfo:\n  title: a\n  version: '1'\n  description: |\n" + Repeat("    line\n", Megabyte)
            + "paths: {}\n"),
        new("yaml-folded-blanks.yaml", static () => "a: >\n" + Repeat("  \n", 100_000)),
        new("yaml-comment-10-mb.yaml", static () => Repeat("#", 10 * Megabyte)),
        new("yaml-documents-1e5.yaml", static () => Repeat("---\n", 100_000)),
        new("yaml-plain-of-colons.yaml", static () => "a: " + Repeat("b:", 100_000)),
        new("empty.yaml", static () => ""),
        new("empty.json", static () => ""),
        new("nothing-but-a-mark.yaml", static () => "\uFEFF"),
    ];
}
