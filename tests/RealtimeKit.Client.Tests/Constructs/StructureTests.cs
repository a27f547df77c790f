using System.Text.Json;
using RealtimeKit.Client.Tests.Structures;
using RealtimeKit.Runtime;
using RealtimeKit.Simulator;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Objects and lists are sent by the style of their parameter or field, however the document describes them.</summary>
public sealed class StructureTests : ConstructTest
{
    [Fact]
    public async Task An_object_of_a_union_is_sent_as_a_deep_object()
    {
        Structures.Range range = new() { Gt = 1, In = [1, 2] };

        Assert.Equal("created[gt]=1&created[in][0]=1&created[in][1]=2", await QueryAsync(client => client.ListChargesAsync(created: range)));
        Assert.Equal("created=5", await QueryAsync(client => client.ListChargesAsync(created: 5)));
        Assert.Equal("either[name]=n", await QueryAsync(client => client.ListChargesAsync(either: new Named { Name = "n" })));
        Assert.Equal("outer[inner][gt]=1", await QueryAsync(client => client.ListChargesAsync(outer: new() { Inner = new Structures.Range { Gt = 1 } })));
        Assert.Equal("list[0][gt]=1&list[1]=x", await QueryAsync(client => client.ListChargesAsync(list: [new Structures.Range { Gt = 1 }, "x"])));
    }

    [Fact]
    public async Task An_object_of_a_union_is_sent_in_every_other_style()
    {
        Flat range = new() { Gt = 1, Lt = 2 };

        Assert.Equal("gt=1&lt=2", await QueryAsync(client => client.ListChargesAsync(form: range)));
        Assert.Equal("form=a b", await QueryAsync(client => client.ListChargesAsync(form: "a b")));
        Assert.Equal("joined=gt,1,lt,2", await QueryAsync(client => client.ListChargesAsync(joined: range)));
        Assert.Equal("gt,1,lt,2", (await SentAsync(client => client.ListChargesAsync(xRange: range))).Header("X-Range"));
        Assert.Equal("gt=1; lt=2", (await SentAsync(client => client.ListChargesAsync(ranges: range))).Header("Cookie"));
        Assert.EndsWith("/ranges/gt=1,lt=2/1.5,b", (await SentAsync(client => client.GetRangeAsync(range, Pair("b")))).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tuple_is_sent_as_the_list_of_its_items()
    {
        Assert.Equal("pair=1.5&pair=b,c", await QueryAsync(client => client.ListChargesAsync(pair: Pair("b,c"))));
        Assert.Equal("pairs[0][0]=1.5&pairs[0][1]=b", await QueryAsync(client => client.ListChargesAsync(pairs: [Pair("b")])));
        Assert.Equal("1.5,b", (await SentAsync(client => client.ListChargesAsync(xPair: Pair("b")))).Header("X-Pair"));
    }

    [Fact]
    public async Task An_object_of_a_union_is_sent_by_the_encoding_of_its_field_and_as_JSON_without_one()
    {
        Assert.Equal("metadata[k]=v", await FormAsync(new() { Metadata = new Dictionary<string, string> { ["k"] = "v" } }));
        Assert.Equal("metadata=", await FormAsync(new() { Metadata = "" }));
        Assert.Equal("range[gt]=1", await FormAsync(new() { Range = new Structures.Range { Gt = 1 } }));
        Assert.Equal("outer[inner][gt]=1", await FormAsync(new() { Outer = new() { Inner = new Structures.Range { Gt = 1 } } }));
        Assert.Equal("list[0][gt]=1&list[1]=x", await FormAsync(new() { List = [new Structures.Range { Gt = 1 }, "x"] }));
        Assert.Equal("words[0]=a&words[1]=b", await FormAsync(new() { Words = new[] { "a", "b" } }));
        Assert.Equal("""plain={"gt":1}""", await FormAsync(new() { Plain = new Flat { Gt = 1 } }));
    }

    [Fact]
    public async Task Json_without_a_schema_is_sent_as_a_deep_object_or_as_JSON_text()
    {
        Dictionary<string, JsonElement> raw = new() { ["a"] = JsonSerializer.SerializeToElement(new { b = new object[] { 1.50m, "x", true } }) };

        Assert.Equal("raw[a][b][0]=1.50&raw[a][b][1]=x&raw[a][b][2]=true", await QueryAsync(client => client.ListChargesAsync(raw: raw)));
        Assert.Equal("""untyped={"b":[1.50,"x",true]}""", await QueryAsync(client => client.ListChargesAsync(untyped: raw["a"])));
    }

    [Fact]
    public async Task A_secret_of_a_union_is_sent_and_not_shown()
    {
        Script(422, "application/json", """{"message":"not so: hush-01"}""");
        using StructuresClient client = new(new() { BaseAddress = Simulator.BaseAddress });

        ApiStatusException exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => client.CreateChargeAsync(
                new() { Secret = new Login { Password = new SensitiveString("hush-01"), Empty = null } }, cancellationToken: CancellationToken));

        Assert.Equal("secret[password]=hush-01&secret[empty]=", Uri.UnescapeDataString(Assert.Single(Simulator.Requests).Body));
        Assert.Contains("not so: ***", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", $"{exception}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_in_a_multipart_body_is_divided_by_its_style()
    {
        Assert.Equal([("deep[gt]", "1"), ("deep[in][0]", "2")], await PartsAsync(new() { Deep = new() { Gt = 1, In = [2] } }));
        Assert.Equal([("deepList[0]", "a"), ("deepList[1]", "b")], await PartsAsync(new() { DeepList = ["a", "b"] }));
        Assert.Equal([("gt", "1"), ("lt", "2")], await PartsAsync(new() { Exploded = new() { Gt = 1, Lt = 2 } }));
        Assert.Equal([("joined", "gt,1,lt,2")], await PartsAsync(new() { Joined = new() { Gt = 1, Lt = 2 } }));
        Assert.Equal([("gt", "1")], await PartsAsync(new() { Either = new Flat { Gt = 1 } }));
        Assert.Equal([("either", "a&b")], await PartsAsync(new() { Either = "a&b" }));
        Assert.Equal([("tuple", "1.5"), ("tuple", "b")], await PartsAsync(new() { Tuple = Pair("b") }));
        Assert.Equal([("plain", """{"gt":1}""")], await PartsAsync(new() { Plain = new() { Gt = 1 } }));
    }

    [Fact]
    public async Task A_secret_of_a_divided_part_is_sent_and_not_shown()
    {
        Script(422, "application/json", """{"message":"not so: hush-02"}""");
        using StructuresClient client = new(new() { BaseAddress = Simulator.BaseAddress });

        ApiStatusException exception = await Assert.ThrowsAnyAsync<ApiStatusException>(
            () => client.PutChargeAsync(
                new() { Login = new() { Password = new SensitiveString("hush-02"), Empty = null } }, cancellationToken: CancellationToken));

        Assert.Equal([("login[password]", "hush-02"), ("login[empty]", "")], Parts(Assert.Single(Simulator.Requests).Body));
        Assert.Contains("not so: ***", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_with_a_media_type_and_without_a_schema_is_a_file_and_text_of_a_union_is_text()
    {
        PutChargeMultipart form = new() { Word = "a", Drawing = new FileContent(new MemoryStream("d"u8.ToArray()), "d.png") };

        Assert.Equal([("word", "a"), ("drawing", "d")], await PartsAsync(form));
        Assert.Contains("name=\"word\"\r\nContent-Type: text/plain; charset=utf-8\r\n", Simulator.Requests[^1].Body, StringComparison.Ordinal);
        Assert.Contains("filename=\"d.png\"\r\nContent-Type: image/png\r\n", Simulator.Requests[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_union_that_is_not_valid_Unicode_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>("either", () => SentAsync(client => client.ListChargesAsync(either: new Named { Name = "\uD800" })));
        await Assert.ThrowsAsync<ArgumentException>(
            "metadata", () => FormAsync(new() { Metadata = new Dictionary<string, string> { ["\uDC00"] = "v" } }));
        await Assert.ThrowsAsync<ArgumentException>("pair", () => SentAsync(client => client.ListChargesAsync(pair: Pair("\uD800"))));
        Assert.Empty(Simulator.Requests);
    }

    [Fact]
    public async Task A_structure_that_the_style_cannot_express_is_refused()
    {
        Dictionary<string, JsonElement> raw = new() { ["in"] = JsonSerializer.SerializeToElement(new[] { new[] { 1 } }) };

        await Assert.ThrowsAsync<ArgumentException>("form", () => SentAsync(client => client.ListChargesAsync(form: new Flat { AdditionalProperties = raw })));
        Assert.Empty(Simulator.Requests);
    }

    private static Pair Pair(string text) => new() { Item1 = 1.5, Item2 = text };

    private async Task<string> QueryAsync(Func<StructuresClient, Task> call) => Uri.UnescapeDataString((await SentAsync(call)).Path.Split('?')[1]);

    private async Task<string> FormAsync(CreateChargeForm form) =>
        Uri.UnescapeDataString((await SentAsync(client => client.CreateChargeAsync(form, cancellationToken: CancellationToken))).Body);

    private async Task<IEnumerable<(string Name, string Text)>> PartsAsync(PutChargeMultipart form) =>
        Parts((await SentAsync(client => client.PutChargeAsync(form, cancellationToken: CancellationToken))).Body);

    private async Task<ReceivedRequest> SentAsync(Func<StructuresClient, Task> call)
    {
        Script(204, "", "");
        using StructuresClient client = new(new() { BaseAddress = Simulator.BaseAddress });
        await call(client);
        return Simulator.Requests[^1];
    }
}
