using static RealtimeKit.Gen.Testing.Bombing.BombText;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>Documents with very many copies of one construct, which show where time grows with the square of the size.</summary>
internal static class WidthBombs
{
    private const string Small = "{'type':'object','properties':{'a':{'type':'string'}}}";

    public static IReadOnlyList<Bomb> All { get; } =
    [
        new("keys-1e5.json", static () => "{" + Each(100_000, static i => $"\"k{i}\":{i}") + "}"),
        new("keys-1e5.yaml", static () => string.Concat(Many(100_000, static i => $"k{i}: {i}\n"))),
        new("keys-alike-1e5.json", static () => "{" + Each(100_000, static _ => "\"k\":1") + "}"),
        new("schemas-1e5.json", static () => Api(Ref("S0"), Many(100_000, static i => Schema("S" + i, Small)))),
        Of("schemas-used-5e3.json", WidthRecipe.Records, 5_000),
        new("properties-2e3.json", static () => Api(Object(Each(2_000, static i => Schema("p" + i, Text))))),
        Of("properties-required-1e4.json", WidthRecipe.Properties, 10_000),
        new("properties-that-clash-1e3.json", static () => Api(Object(Each(1_000, static i => Schema(new string('_', i) + "a", Text))))),
        new("allof-1e3.json", static () => Api(AllOf([.. Many(1_000, static i => Object(Schema("p" + i, Text)))]))),
        Of("enum-5e4.json", WidthRecipe.EnumMembers, 50_000),
        new("enum-of-integers-5e4.json", static () => Api("{'type':'integer','enum':[" + Each(50_000, static i => $"{i}") + "]}")),
        new("enum-that-clashes-5e3.json", static () =>
            Api("{'type':'string','enum':[" + Each(5_000, static i => $"'{new string('-', i % 100)}a{new string('-', i / 100)}'") + "]}")),
        Of("union-5e3.json", WidthRecipe.UnionByProperties, 5_000),
        Of("union-discriminated-5e3.json", WidthRecipe.UnionByDiscriminator, 5_000),
        Of("operations-5e3.json", WidthRecipe.Operations, 5_000),
        new("operation-ids-alike-2e3.json", static () => Paths(Each(2_000, static i => $"'/a{i}':{{'get':{{'operationId':'same',{NoContent}}}}}"))),
        Of("derived-2e3.json", WidthRecipe.Derived, 2_000),
        Of("parameters-5e3.json", WidthRecipe.Parameters, 5_000),
        new("statuses-500.json",
            static () =>
                Operation("'responses':{"
                    + Each(500, static i => $"'{100 + i}':{{'description':'a','content':{{'application/json':{{'schema':{Object(Schema("p" + i, Text))}}}}}}}")
                        + "}")),
        new("media-types-500.json",
            static () =>
                Operation("'responses':{'200':{'description':'a','content':{"
                    + Each(500, static i => $"'application/x{i}+json':{{'schema':{Object(Schema("p" + i, Text))}}}") + "}}}")),
        new("tags-1e4.json", static () => Operation("'tags':[" + Each(10_000, static i => $"'t{i}'") + "]," + NoContent)),
        new("security-1e3.json", static () => Operation("'security':[" + Each(1_000, static i => $"{{'s{i}':[]}}") + "]," + NoContent)),
    ];

    private static Bomb Of(string name, WidthRecipe recipe, int count) => new(name, () => recipe.Of(count));
}
