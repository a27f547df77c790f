using static RealtimeKit.Gen.Testing.Bombing.BombText;

namespace RealtimeKit.Gen.Testing.Bombing;

/// <summary>Documents in which many places share a large part, so that the client would have the product of both.</summary>
internal static class SharingBombs
{
    private const int Many = 3_000;

    public static readonly IReadOnlyList<Bomb> All =
    [
        new("shared-path-item.json", static () => Paths(
            Each(Many, static i => $"'/a{i}':{{'$ref':'#/components/pathItems/P'}}"),
            "{'pathItems':{'P':{'parameters':[" + Each(Many, static i => $"{{'name':'q{i}','in':'query','schema':{Text}}}") + "],'get':{" + NoContent
                + "}}}}")),
        new("shared-links.json", static () => Paths(
            Each(Many, static i => $"'/a{i}':{{'get':{{'responses':{{'200':{{'$ref':'#/components/responses/R'}}}}}}}}"),
            "{'responses':{'R':{'description':'a','links':{" + Each(Many, static i => $"'L{i}':{{'operationId':'x','parameters':{{'a':1}}}}") + "}}}}")),
        new("shared-links-to-follow.json", static () => Paths(
            Each(1_000, static i => $"'/a{i}':{{'get':{{'operationId':'o{i}','parameters':[{{'name':'a','in':'query','schema':{BombText.Text}}}],'responses':{{'200':{{'$ref':'#/components/responses/R'}}}}}}}}"),
            "{'responses':{'R':{'description':'a','links':{" + Each(50, static i => $"'L{i}':{{'operationId':'o{i}','parameters':{{'a':1}}}}") + "}}}}")),
        new("shared-long-name.json", static () => Paths(
            Each(Many, static i => $"'/a{i}':{{'get':{{'parameters':[{{'$ref':'#/components/parameters/P'}}],{NoContent}}}}}"),
            "{'parameters':{'P':{'name':'" + Repeat("x", 1_000_000) + "','in':'query','schema':" + BombText.Text + "}}}")),
    ];
}
