using System.Globalization;
using System.Text;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>The parts of bombs. JSON is written with single quotes here, which are replaced in the document.</summary>
internal static class BombText
{
    public const string Text = "{'type':'string'}";

    public const string NoContent = "'responses':{'204':{'description':'a'}}";

    /// <summary>Returns a document with one operation that returns a schema.</summary>
    public static string Api(string response, params IEnumerable<string> schemas) => Paths(
        "'/a':{'get':{'operationId':'get_a','responses':{'200':{'description':'a','content':{'application/json':{'schema':" + response + "}}}}}}",
        "{'schemas':{" + string.Join(",\n", schemas) + "}}");

    public static string Paths(string paths, string components = "{}") =>
        ("{'openapi':'3.0.3','info':{'title':'Bomb','version':'1'},'paths':{" + paths + "},'components':" + components + "}").Replace('\'', '"');

    /// <summary>Returns a document with one operation without a response body.</summary>
    public static string Operation(string members, string path = "/a") => Paths("'" + path + "':{'get':{" + members + "}}");

    public static string Schema(string name, string schema) => "'" + name + "':" + schema;

    public static string Ref(string name) => "{'$ref':'#/components/schemas/" + name + "'}";

    public static string Object(string properties) => "{'type':'object','properties':{" + properties + "}}";

    public static string List(string items) => "{'type':'array','items':" + items + "}";

    public static string Map(string values) => "{'type':'object','additionalProperties':" + values + "}";

    public static string AllOf(params string[] schemas) => "{'allOf':[" + string.Join(',', schemas) + "]}";

    public static string OneOf(params IEnumerable<string> schemas) => "{'oneOf':[" + string.Join(',', schemas) + "]}";

    public static IEnumerable<string> Many(int count, Func<int, string> text) => Enumerable.Range(0, count).Select(text);

    public static string Each(int count, Func<int, string> text) => string.Join(',', Many(count, text));

    public static string Nested(string open, string inner, string close, int depth) => Repeat(open, depth) + inner + Repeat(close, depth);

    public static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <summary>
    /// Returns the same chain, with an operation for every twentieth schema, the last schema first, so that the schemas to which
    /// a schema leads are known when it is read.
    /// </summary>
    public static string ChainFromItsEnd(int count, Func<int, string, string> link, string? end = null)
    {
        IEnumerable<string> paths = Many(count / 20, i => "'/p" + i.ToString("D4", CultureInfo.InvariantCulture)
            + "':{'get':{'responses':{'200':{'description':'a','content':{'application/json':{'schema':" + Ref("S" + (count - 1 - (i * 20))) + "}}}}}}");
        IEnumerable<string> schemas = Many(count, i => Schema("S" + i, link(i, Ref("S" + (i + 1)))))
            .Append(Schema("S" + count, end ?? Object("'end':" + Text)));
        return Paths(string.Join(",\n", paths), "{'schemas':{" + string.Join(",\n", schemas) + "}}");
    }

    /// <summary>Returns a chain of schemas, each of which leads to the next.</summary>
    public static string Chain(int count, Func<int, string, string> link) =>
        Api(Ref("S0"), Many(count, i => Schema("S" + i, link(i, Ref("S" + (i + 1))))).Append(Schema("S" + count, Object("'end':" + Text))));
}
