using static RealtimeKit.Gen.Testing.Bombing.BombText;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>Recipes for documents in which many places lead to the same schemas, or ask the same question about long names.</summary>
internal static class GraphRecipes
{
    private const string List = "{'type':'array'}";

    /// <summary>Gets the recipes of documents that cost about as much as their length.</summary>
    public static IReadOnlyList<WidthRecipe> All { get; } =
    [
        new("choices that lead in a circle", 800, static count => Used(count, i => AnyOf(Ref("S" + ((i + 1) % count)), Ref("S" + ((i + 2) % count))))),
        new("choices that end in anything", 2_000, static count =>
            Used(count, static i => AnyOf(Ref("S" + (i + 1)), Ref("S" + (i + 2))), Schema("S" + count, "{}"), Schema("S" + (count + 1), "{}"))),
        new("choices between all choices", 80, static count => Used(count, _ => AnyOf([.. Many(count, static j => Ref("S" + j))]))),
        new("properties that lead to one chain", 1_500, static count => Api(
            Object(Each(count, static i => Schema("p" + i, AllOf(Ref("L0"), List)))),
            Many(120, static i => Schema("L" + i, AllOf(Ref("L" + (i + 1)), List))).Append(Schema("L120", BombText.List(Text))))),
        new("choices between files of forms", 80, static count => Form(
            Ref("All"),
            [.. Many(count, i => Schema("S" + i, AnyOf([.. Many(count, static j => Ref("S" + j))]))),
                Schema("All", Object(Each(count, static i => Schema("p" + i, Ref("S" + i)))))])),
        new("operationIds of many words", 400, static count => Paths(Each(count, static i =>
            $"'/p{i}':{{'get':{{'tags':['thing things'],'operationId':'{Repeat("list thing ", 120)}{i}',{NoContent}}}}}"))),
        new("words in one operationId", 16_000, static count => Paths(
            $"'/p':{{'get':{{'tags':['thing'],'operationId':'get {Repeat("a b ", count)}',{NoContent}}}}}")),
        new("segments of one path with the name of the tag", 16_000, static count => Paths(
            $"'{Repeat("/a", count)}':{{'get':{{'tags':['a'],'operationId':'list {Repeat("a ", count)}',{NoContent}}}}}")),
        new("values that differ in their signs", 4_000, static count =>
            Api("{'type':'string','enum':['GMT+1','GMT-1'," + Each(count, static i => $"'GMT-{i + 2}'") + "]}")),
        new("descriptions of one header", 1_600, static count => Paths(Each(count, static i =>
            $"'/p{i}':{{'get':{{'responses':{{'204':{{'description':'a','headers':{{'X-A':{{'schema':{{'type':'string','enum':['a{i}','b']}}}}}}}}}}}}}}"))),
        new("one object in many places", 2_000, static count =>
            Api(Object(Each(count, static i => Schema("p" + i, Object(Schema("a", Text) + "," + Schema("b", Text))))))),
        new("paths that read alike", 1_000, static count => Paths(Each(count, static i => $"'/a{Repeat("-", i % 40)}/b{Repeat("-", i / 40)}':{{'get':{{{NoContent}}}}}"))),
    ];

    /// <summary>Gets the recipes of documents whose walks grow with the square of their length. They are refused.</summary>
    public static IReadOnlyList<WidthRecipe> Squares { get; } =
    [
        new("records that extend one another, without members", 4_000, static count =>
            Used(count, static i => AllOf(Ref("S" + (i + 1)), Ref("S" + (i + 2))), Schema("S" + count, Text), Schema("S" + (count + 1), Text))),
        new("bases with a discriminator that extend one another", 1_200, static count => Used(
            count,
            static i => "{'type':'object','discriminator':{'propertyName':'k'},'properties':{'k':" + Text + "},'allOf':[" + Ref("S" + (i + 1)) + "]}",
            Schema("S" + count, Object(Schema("a", Text))))),
        new("references that require one more name each", 2_000, static count => Used(
            count,
            static i => "{'allOf':[" + Ref("S" + (i + 1)) + "],'required':['x" + i + "']}",
            Schema("S" + count, Object(Schema("a", Text))))),
    ];

    /// <summary>Returns a document with a record whose properties refer to each schema.</summary>
    private static string Used(int count, Func<int, string> schema, params string[] further) =>
        Api(Ref("All"), [.. Many(count, i => Schema("S" + i, schema(i))), .. further, Schema("All", Object(Each(count, static i => Schema("p" + i, Ref("S" + i)))))]);

    private static string Form(string schema, IEnumerable<string> schemas) => Paths(
        "'/a':{'post':{'requestBody':{'content':{'multipart/form-data':{'schema':" + schema + "}}}," + NoContent + "}}",
        "{'schemas':{" + string.Join(",\n", schemas) + "}}");

    private static string AnyOf(params string[] schemas) => "{'anyOf':[" + string.Join(',', schemas) + "]}";
}
