using static RealtimeKit.Gen.Testing.Bombing.BombText;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>A recipe for a document with any number of copies of one construct.</summary>
/// <param name="What">The construct.</param>
/// <param name="Most">The largest number of copies.</param>
/// <param name="Of">Makes the document with a number of copies.</param>
internal sealed record WidthRecipe(string What, int Most, Func<int, string> Of)
{
    private const string Small = "{'type':'object','properties':{'a':{'type':'string'}}}";

    public static WidthRecipe UnionByProperties { get; } = new("cases of a union, told apart by what they hold", 5_000, static count => Api(
        OneOf(Many(count, static i => "{'type':'object','required':['k" + i + "'],'properties':{'k" + i + "':{'type':'string'}}}"))));

    public static WidthRecipe UnionByDiscriminator { get; } = new("cases of a union with a discriminator", 5_000, static count => Api(
        "{'oneOf':[" + Each(count, static i => Ref("S" + i)) + "],'discriminator':{'propertyName':'k'}}",
        Many(count, static i => Schema("S" + i, "{'type':'object','required':['k'],'properties':{'k':{'type':'string'}}}"))));

    public static WidthRecipe Derived { get; } = new("records that extend one base", 5_000, static count => Api(Ref("Base"), [
        Schema("Base", "{'type':'object','required':['k'],'properties':{'k':" + Text + "},'discriminator':{'propertyName':'k'}}"),
        .. Many(count, static i => Schema("S" + i, AllOf(Ref("Base"), Object(Schema("p" + i, Text))))),
    ]));

    public static WidthRecipe Records { get; } = new("records, each used once", 5_000, static count => Api(
        Object(Each(count, static i => Schema("p" + i, Ref("S" + i)))),
        Many(count, static i => Schema("S" + i, Small))));

    public static WidthRecipe Operations { get; } =
        new("operations", 5_000, static count => Paths(Each(count, static i => $"'/a{i}':{{'get':{{{NoContent}}}}}")));

    public static WidthRecipe Parameters { get; } = new("parameters of one operation", 5_000, static count => Operation(
        "'parameters':[" + Each(count, static i => $"{{'name':'p{i}','in':'query','schema':{{'type':'string'}}}}") + "]," + NoContent));

    public static WidthRecipe Properties { get; } = new("properties of one record", 10_000, static count => Api(
        "{'type':'object','required':[" + Each(count, static i => $"'p{i}'") + "],'properties':{" + Each(count, static i => Schema("p" + i, Text)) + "}}"));

    public static WidthRecipe EnumMembers { get; } =
        new("members of an enum", 50_000, static count => Api("{'type':'string','enum':[" + Each(count, static i => $"'value{i}'") + "]}"));

    public static WidthRecipe InlineSchemas { get; } = new("schemas within properties", 4_000, static count =>
        Api(Object(Each(count, static i => Schema("p" + i, Small)))));

    public static WidthRecipe Responses { get; } = new("operations that respond with a schema of their own", 1_600, static count => Paths(Each(count, static i =>
        $"'/a{i}':{{'get':{{'responses':{{'200':{{'description':'a','content':{{'application/json':{{'schema':{Small}}}}}}}}}}}}}")));

    public static WidthRecipe Enums { get; } = new("enums of two values", 4_000, static count =>
        Api(Object(Each(count, static i => Schema("p" + i, $"{{'type':'string','enum':['a{i}','b{i}']}}")))));

    public static WidthRecipe AllOfParts { get; } = new("parts of one allOf", 4_000, static count =>
        Api(AllOf([.. Many(count, static i => Object(Schema("p" + i, Text)))])));

    public static WidthRecipe Headers { get; } = new("headers of one response", 4_000, static count => Operation(
        "'responses':{'204':{'description':'a','headers':{" + Each(count, static i => $"'X-H{i}':{{'schema':{Text}}}") + "}}}"));

    public static WidthRecipe Descriptions { get; } = new("properties with a description of 400 letters", 2_000, static count =>
        Api(Object(Each(count, static i =>
        Schema("p" + i, "{'type':'string','description':'" + Repeat("described", 45) + "'}")))));

    public static WidthRecipe RawProperties { get; } = new("properties of raw JSON", 10_000, static count =>
        Api(Object(Each(count, static i => Schema("p" + i, "{}")))));

    public static WidthRecipe QueryMembers { get; } = new("members of an object in the query", 10_000, static count => Operation(
        "'parameters':[{'name':'f','in':'query','style':'deepObject','schema':" + Object(Each(count, static i => Schema("p" + i, "{'type':'boolean'}"))) + "}],"
            + NoContent));

    public static IReadOnlyList<WidthRecipe> All { get; } =
    [
        UnionByProperties, UnionByDiscriminator, Derived, Records, Operations, Parameters, Properties, EnumMembers,
        InlineSchemas, Responses, Enums, AllOfParts, Headers, Descriptions, RawProperties, QueryMembers,
    ];

    public override string ToString() => What;
}
