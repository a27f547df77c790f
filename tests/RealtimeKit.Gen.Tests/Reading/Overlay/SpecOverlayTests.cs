using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Overlay;
using RealtimeKit.Gen.Reading.Overlay.Paths;
using RealtimeKit.Gen.Reading.Overlay.Patterns;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading.Overlay;

public class SpecOverlayTests
{
    private const string Document = """
        openapi: 3.0.3
        info: {title: T, version: '1'}
        tags: [{name: a}]
        paths:
          /a:
            get: {operationId: get_a, tags: [x], parameters: [{name: p}, {name: q}]}
            put: {operationId: put_a}
          /b:
            get: {operationId: get_b}
        """;

    [Theory]
    [InlineData("{target: $.info, update: {title: U, x-new: {y: 1}}}", "$.info", "{title: 'U', version: '1', x-new: {y: 1}}")]
    [InlineData("{target: '$', update: {info: {title: U}, tags: [{name: b}]}}", "$['info','tags']", "{title: 'U', version: '1'} [{name: 'a'}, {name: 'b'}]")]
    [InlineData("{target: $.tags, update: {name: b}}", "$.tags", "[{name: 'a'}, {name: 'b'}]")]
    [InlineData("{target: $.tags, update: [b]}", "$.tags", "[{name: 'a'}, ['b']]")]
    [InlineData("{target: $.paths.*.get, update: {deprecated: true}}", "$..deprecated", "true true")]
    [InlineData("{target: \"$.paths.*[?@.operationId == 'put_a']\", update: {x-ms-client-name: Put}}", "$.paths['/a'].put",
        "{operationId: 'put_a', x-ms-client-name: 'Put'}")]
    [InlineData("{target: \"$.paths['/a'].get.parameters[?@.name == 'p']\", remove: true}", "$..parameters", "[{name: 'q'}]")]
    [InlineData("{target: \"$..parameters[0,0,1]\", remove: true, update: {ignored: 1}}", "$..parameters", "[]")]
    [InlineData("{target: \"$.paths['/a']\", remove: true}", "$.paths.*.*.operationId", "'get_b'")]
    [InlineData("{target: $.info.version, remove: true}", "$.info", "{title: 'T'}")]
    [InlineData("{target: \"$['info','info']\", update: {x: [1]}}", "$.info.x", "[1]")]
    [InlineData("{target: \"$..[?@.operationId]\", update: {x-safe: false}}", "$..x-safe", "false false false")]
    public void An_action_changes_what_its_target_selects(string action, string query, string expected)
    {
        Assert.Equal(expected, Select(Apply($"actions: [{action}]", out string[] told), query));
        Assert.Empty(told);
    }

    [Fact]
    public void Actions_see_what_those_before_them_did()
    {
        SpecNode applied = Apply("actions: [{target: $.info, remove: true}, {target: $, update: {info: {title: new}}}, {target: $.info, update: {version: '2'}}]", out string[] told);

        Assert.Empty(told);
        Assert.Equal("{title: 'new', version: '2'}", Select(applied, "$.info"));
    }

    [Fact]
    public void A_copy_takes_a_node_of_the_document()
    {
        SpecNode applied = Apply("actions: [{target: \"$.paths['/b']\", copy: \"$.paths['/a']\"}]", out string[] told, version: "1.1.0");

        Assert.Empty(told);
        Assert.Equal("'get_a' 'put_a'", Select(applied, "$.paths['/b'].*.operationId"));
        Assert.Equal("'get_a' 'put_a'", Select(applied, "$.paths['/a'].*.operationId"));
    }

    [Fact]
    public void What_an_overlay_writes_keeps_its_place_in_the_overlay()
    {
        var applied = (SpecMapping)Apply("actions:\n- target: $.info\n  update:\n    title: U\n    x-new: 1\n", out _);
        var info = (SpecMapping)applied["info"]!;

        Assert.Equal("spec.yaml", info.Source.Path);
        Assert.Equal(("overlay.yaml", 5), (info["title"]!.Location.Path, info["title"]!.Location.Line));
        Assert.Equal(("spec.yaml", 1), (info.KeyLocation("title").Path, info.KeyLocation("title").Line));
        Assert.Equal(("overlay.yaml", 6), (info.KeyLocation("x-new").Path, info.KeyLocation("x-new").Line));
    }

    [Fact]
    public void What_no_action_touches_is_shared()
    {
        var document = (SpecMapping)SpecText.Read(Document);
        SpecNode overlay =
            SpecText.Read("overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: \"$.paths['/b']\", update: {x: 1}}]", "overlay.yaml");
        var applied = (SpecMapping)SpecOverlay.Apply(document, overlay, new DiagnosticBag());

        Assert.Same(document["info"], applied["info"]);
        Assert.Same(((SpecMapping)document["paths"]!)["/a"], ((SpecMapping)applied["paths"]!)["/a"]);
        Assert.Equal("{get: {operationId: 'get_b'}}", Select(document, "$.paths['/b']"));
    }

    [Fact]
    public void One_place_of_an_aliased_node_is_changed_alone()
    {
        SpecNode document = SpecText.Read("a: &x {y: 1}\nb: *x\n");
        SpecNode overlay = SpecText.Read("overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: $.b, update: {z: 2}}]", "overlay.yaml");

        Assert.Equal("{a: {y: 1}, b: {y: 1, z: 2}}", SpecText.Show(SpecOverlay.Apply(document, overlay, new DiagnosticBag())));
    }

    [Theory]
    [InlineData("actions: [{target: $.nothing, update: {a: 1}}]", "RTK0015 (3,20): The target '$.nothing' matches nothing in 'spec.yaml'")]
    [InlineData("actions: [{target: $.a b, update: {a: 1}}]",
        "RTK0014 (3,23): The overlay is not valid: '$.a b' is not a JSONPath: expected '.', '[' or the end of the path")]
    [InlineData("actions: [{target: '$[?@.a = 1]', update: {a: 1}}]",
        "RTK0014 (3,28): The overlay is not valid: '$[?@.a = 1]' is not a JSONPath: expected ']'")]
    [InlineData("actions: [{target: $, remove: true}]", "RTK0014 (3,20): The overlay is not valid: the whole document cannot be removed")]
    [InlineData("actions: [{target: $.info.title, update: {a: 1}}]",
        "RTK0014 (3,20): The overlay is not valid: '$.info.title' selects a scalar; to change it, select the mapping that contains it")]
    [InlineData("actions: [{target: $.info, update: [1]}]", "RTK0014 (3,36): The overlay is not valid: the target is a mapping, so the update must be a mapping too")]
    [InlineData("actions: [{target: $, update: {info: x}}]",
        "RTK0014 (3,38): The overlay is not valid: this is a scalar where the document has a mapping; first remove the document's value in a separate action")]
    [InlineData("actions: [{target: $}]", "RTK0014 (3,12): The overlay is not valid: an action must have an 'update' or 'remove: true'")]
    [InlineData("actions: [{update: {}}]", "RTK0014 (3,11): The overlay is not valid: an action has no 'target'")]
    [InlineData("actions: [{target: $, update: {}, note: x}]",
        "RTK0014 (3,35): The overlay is not valid: an action has no field 'note'; the known fields are target, description, update, remove and x-...")]
    [InlineData("actions: [{target: $, remove: 'yes'}]", "RTK0014 (3,31): The overlay is not valid: 'remove' must be true or false")]
    [InlineData("actions: [x]", "RTK0014 (3,11): The overlay is not valid: an action must be a mapping")]
    [InlineData("actions: []", "RTK0014 (3,1): The overlay is not valid: 'actions' must contain at least one action")]
    [InlineData("actions: {}", "RTK0014 (3,10): The overlay is not valid: 'actions' must be a list")]
    [InlineData("x-note: x", "RTK0014 (1,1): The overlay is not valid: an overlay has no 'actions'")]
    [InlineData("actions: [{target: $.info, update: {}}]\nfoo: 1",
        "RTK0014 (4,1): The overlay is not valid: an overlay has no field 'foo'; the known fields are overlay, info, extends, actions and x-...")]
    public void A_faulty_overlay_is_reported_by_place_and_changes_nothing(string overlay, string expected)
    {
        SpecNode applied = Apply(overlay, out string[] told);

        Assert.Equal([expected], told);
        Assert.Equal(SpecText.Show(SpecText.Read(Document)), SpecText.Show(applied));
    }

    [Theory]
    [InlineData("2.0.0")]
    [InlineData("one")]
    [InlineData("1")]
    public void An_overlay_of_another_version_is_reported(string version)
    {
        Apply("actions: [{target: $.info, update: {}}]", out string[] told, version);

        Assert.Equal([$"RTK0014 (1,10): The overlay is not valid: the version '{version}' is not of the form 1.x.y"], told);
    }

    [Fact]
    public void A_faulty_action_does_not_hinder_the_others()
    {
        SpecNode applied = Apply("actions: [{target: $.nothing, remove: true}, {target: $.info, update: {title: U}}]", out string[] told);

        Assert.StartsWith("RTK0015", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal("'U'", Select(applied, "$.info.title"));
    }

    [Fact]
    public void A_result_too_deep_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 100)) + string.Concat(Enumerable.Repeat("]", 100));
        Apply($"actions: [{{target: $.info, update: {{x: {deep}}}}}, {{target: '$.info.x{string.Concat(Enumerable.Repeat("[0]", 60))}', update: {deep}}}]",
            out string[] told);

        Assert.Equal("RTK0002", Assert.Single(told)[..7]);
    }

    [Fact]
    public void The_deepest_document_is_changed_and_compared_on_a_small_stack()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 120)) + "{}" + new string('}', 120);
        SpecNode document = SpecText.Read($"{{\"x\": {deep}, \"y\": {deep}}}", "x.json");
        SpecNode overlay = SpecText.Read("overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions: [{target: '$[?@ == $.x]', update: {b: 1}}, {target: $, update: " + deep[..^122] + "{b: 1}" + new string('}', 120) + "}]", "overlay.yaml");
        var diagnostics = new DiagnosticBag();
        SpecNode applied = document;
        var thread = new Thread(() => applied = SpecOverlay.Apply(document, overlay, diagnostics), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.Empty(SpecText.Told(diagnostics));
        Assert.Equal("1 1", Select(applied, "$.*.b"));
    }

    [Fact]
    public void A_result_too_large_is_refused()
    {
        string actions = string.Join("\n", Enumerable.Repeat("- {target: $..*, update: {a: {b: {c: {d: 1}}}}}", 1)
            .Concat(Enumerable.Range(0, 40).Select(static i => $"- {{target: '$..[?@.a || @.b || @.c]', update: {{n{i}: {{a: {{b: {{c: 1}}}}}}}}}}")));
        SpecNode document = SpecText.Read("a: {b: {c: {}}}", "spec.yaml");
        var diagnostics = new DiagnosticBag();
        SpecNode overlay = SpecText.Read($"overlay: 1.0.0\ninfo: {{title: O, version: '1'}}\nactions:\n{actions}\n", "overlay.yaml");

        SpecOverlay.Apply(document, overlay, diagnostics);

        Assert.Contains(SpecText.Told(diagnostics), static told => told.StartsWith("RTK0002", StringComparison.Ordinal));
    }

    private static SpecNode Apply(string overlay, out string[] told, string version = "1.0.0")
    {
        var diagnostics = new DiagnosticBag();
        SpecNode read = SpecText.Read($"overlay: {version}\ninfo: {{title: O, version: '1'}}\n{overlay}", "overlay.yaml");
        SpecNode applied = SpecOverlay.Apply(SpecText.Read(Document), read, diagnostics);
        told = SpecText.Told(diagnostics);
        return applied;
    }

    private static string Select(SpecNode node, string query) =>
        string.Join(' ', new JsonPathEvaluator(node, new StepBudget())
            .Evaluate(JsonPathParser.Parse(query, out _)!)
            .Select(static found => SpecText.Show(found.Node)));
}
