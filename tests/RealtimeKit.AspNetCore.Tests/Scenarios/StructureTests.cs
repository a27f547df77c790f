using System.Text.Json;
using RealtimeKit.AspNetCore.Tests.Kit;

namespace RealtimeKit.AspNetCore.Tests.Scenarios;

/// <summary>Objects and collections of every kind are received as they were sent, in both directions.</summary>
public class StructureTests(ShopServer server) : ShopTest(server)
{
    private static readonly Guid _key = new("0c9d4b7e-31c2-4f57-8a54-2f6e0b1d9a10");

    [Fact]
    public async Task Dictionaries_of_every_key()
    {
        Dictionaries dictionaries = await Shop.Values.EchoDictionariesAsync(new()
        {
            Counts = new Dictionary<string, int> { ["a"] = 1, ["B c"] = 2 },
            Labels = new Dictionary<string, string> { ["Ünder_score"] = "x" },
            ById = new Dictionary<string, string> { ["7"] = "seven" },
            ByKey = new Dictionary<string, Amount> { [_key.ToString()] = (Amount)1.5 },
            ByStatus = Words.ByStatus(open: 3, paid: 4),
            Groups = new Dictionary<string, IReadOnlyList<string>> { ["g"] = ["x", "y"], ["empty"] = [] },
            Lines = new Dictionary<string, OrderLine> { ["l"] = new() { Sku = "A-1", Quantity = 1, UnitPrice = (Amount)2 } },
            MaybeCounts = new Dictionary<string, int> { ["z"] = 0 },
            Nested = new Dictionary<string, IReadOnlyDictionary<string, double>> { ["outer"] = new Dictionary<string, double> { ["inner"] = 0.5 } },
        });

        Server.Dictionaries received = Received.Last<Server.Dictionaries>();
        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["B c"] = 2 }, received.Counts);
        Assert.Equal("x", received.Labels["Ünder_score"]);
        Assert.Equal("seven", received.ById[7]);
        Assert.Equal(1.5m, received.ByKey[_key]);
        Assert.Equal(new Dictionary<Server.OrderStatus, int> { [Server.OrderStatus.Open] = 3, [Server.OrderStatus.Paid] = 4 }, received.ByStatus);
        Assert.Equal(["x", "y"], received.Groups["g"]);
        Assert.Empty(received.Groups["empty"]);
        Assert.Equal(new Server.OrderLine("A-1", 1, 2), received.Lines["l"]);
        Assert.Equal(0, received.MaybeCounts!["z"]);
        Assert.Equal(0.5, received.Nested["outer"]["inner"]);

        Assert.Equal(2, dictionaries.Counts["B c"]);
        Assert.Equal("x", dictionaries.Labels["Ünder_score"]);
        Assert.Equal("seven", dictionaries.ById["7"]);
        Assert.Equal((Amount)1.5, dictionaries.ByKey[_key.ToString()]);
        Assert.Equal((3, 4), Words.OpenAndPaid(dictionaries.ByStatus));
        Assert.Equal(["x", "y"], dictionaries.Groups["g"]);
        Assert.Equal("A-1", dictionaries.Lines["l"].Sku);
        Assert.Equal(0, Value(dictionaries.MaybeCounts)!["z"]);
        Assert.Equal(0.5, dictionaries.Nested["outer"]["inner"]);
    }

    [Fact]
    public async Task Collections_of_every_kind()
    {
        Collections collections = await Shop.Values.EchoCollectionsAsync(new()
        {
            Array = [1, -2],
            List = ["a", ""],
            ReadOnly = [(Amount)1.5],
            Set = ["s"],
            Sequence = [_key],
            Matrix = [[1, 2], []],
            Gaps = [1, null, 3],
            MaybeTexts = ["t"],
            MaybeDays = new[] { new DateOnly(2026, 1, 1) },
            Prices = [new() { Amount = (Amount)2.5, Currency = "EUR" }],
        });

        Server.Collections received = Received.Last<Server.Collections>();
        Assert.Equal([1, -2], received.Array);
        Assert.Equal(["a", ""], received.List);
        Assert.Equal([1.5m], received.ReadOnly);
        Assert.Equal(["s"], received.Set);
        Assert.Equal([_key], received.Sequence);
        Assert.Equal([[1, 2], []], received.Matrix);
        Assert.Equal([1, null, 3], received.Gaps);
        Assert.Equal([new DateOnly(2026, 1, 1)], received.MaybeDays!);
        Assert.Equal([new Server.Money(2.5m, "EUR")], received.Prices);

        Assert.Equal([1, -2], collections.Array);
        Assert.Equal(["a", ""], collections.List);
        Assert.Equal([(Amount)1.5], collections.ReadOnly);
        Assert.Equal([_key], collections.Sequence);
        Assert.Equal([1, 2], collections.Matrix[0]);
        Assert.Equal([1, null, 3], collections.Gaps);
        Assert.Equal([new DateOnly(2026, 1, 1)], Value(collections.MaybeDays)!);
        Assert.Equal("EUR", collections.Prices[0].Currency);
    }

    [Fact]
    public async Task Json_without_a_description()
    {
        JsonElement json = JsonElement.Parse("""{"A_b":[1,"x",null,{"c":1.50}]}""");
        JsonColumns columns = await Shop.Values.EchoJsonAsync(new()
        {
            Element = json,
            Node = json.Clone(),
            Object = new Dictionary<string, JsonElement> { ["A_b"] = json.GetProperty("A_b") },
            MaybeElement = null,
            Anything = JsonElement.Parse("\"text\""),
        });

        Server.JsonColumns received = Received.Last<Server.JsonColumns>();
        Assert.Equal(json.GetRawText(), received.Element.GetRawText());
        Assert.Equal(json.GetRawText(), received.Node.ToJsonString());
        Assert.Equal(json.GetRawText(), received.Object.ToJsonString());
        Assert.Null(received.MaybeElement);
        Assert.Equal("text", received.Anything.ToString());

        Assert.Equal(json.GetRawText(), columns.Element!.Value.GetRawText());
        Assert.Equal(json.GetRawText(), columns.Node.GetRawText());
        Assert.Equal(json.GetProperty("A_b").GetRawText(), columns.Object["A_b"].GetRawText());
        Assert.Equal("text", columns.Anything.GetString());
    }

    [Fact]
    public async Task What_must_be_there_and_what_may_be_null()
    {
        Presence presence = await Shop.Values.EchoPresenceAsync(new()
        {
            Needed = "n",
            NeededMaybeNull = null,
            NeededNumber = 1,
            Annotated = "a",
        });

        Server.Presence received = Received.Last<Server.Presence>();
        Assert.Equal(("n", null, 1, "default", null, 7, "a"),
            (received.Needed, received.NeededMaybeNull, received.NeededNumber, received.Defaulted, received.Optional, received.OptionalNumber,
                received.Annotated));
        Assert.Equal("default", presence.Defaulted);
        Assert.Equal(7, presence.OptionalNumber);
        Assert.Null(presence.NeededMaybeNull);
        Assert.Null(Value(presence.Optional));
    }

    [Fact]
    public async Task Properties_without_a_declared_name()
    {
        Presence presence = await Shop.Values.EchoPresenceAsync(new()
        {
            Needed = "n",
            NeededMaybeNull = "m",
            NeededNumber = 1,
            Annotated = "a",
            Optional = "o",
            OptionalNumber = 0,
            AdditionalProperties = new Dictionary<string, JsonElement> { ["extra-1"] = JsonElement.Parse("[1]") },
        });

        Assert.Equal("[1]", Received.Last<Server.Presence>().More!["extra-1"].GetRawText());
        Assert.Equal("o", Received.Last<Server.Presence>().Optional);
        Assert.Equal("[1]", presence.AdditionalProperties!["extra-1"].GetRawText());
        Assert.Equal(0, presence.OptionalNumber);
    }

    [Fact]
    public async Task Types_that_hold_themselves()
    {
        TreeNode tree = await Shop.Values.EchoTreeAsync(new()
        {
            Label = "root",
            Parent = new TreeNode { Label = "above" },
            Children = [new() { Label = "left", Children = [new() { Label = "leaf" }] }, new() { Label = "right" }],
        });

        Server.TreeNode received = Received.Last<Server.TreeNode>();
        Assert.Equal("above", received.Parent!.Label);
        Assert.Equal("leaf", received.Children[0].Children[0].Label);
        Assert.Equal("above", Value(tree.Parent)!.Label);
        Assert.Equal("leaf", tree.Children![0].Children![0].Label);
        Assert.Null(Value(tree.Children[1].Parent));
    }

    [Fact]
    public async Task Generic_types()
    {
        var money = await Shop.Values.EchoMoneyAsync(new() { Value = new() { Amount = (Amount)1.25, Currency = "EUR" }, Remark = "r" });
        Assert.Equal(new Server.Money(1.25m, "EUR"), Received.Last<Server.Envelope<Server.Money>>().Value);
        Assert.Equal((Amount)1.25, money.Value.Amount);
        Assert.Equal("r", Value(money.Remark));

        var product = await Shop.Values.EchoEnvelopeAsync(new()
        {
            Value = new()
            {
                Name = "tea",
                Price = (Amount)4,
                Kind = Words.Voucher,
                Tags = ["x"],
                Attributes = new Dictionary<string, string> { ["size"] = "L" },
            },
        });
        Server.Product received = Received.Last<Server.Envelope<Server.Product>>().Value;
        Assert.Equal(("tea", 4m, Server.ProductKind.Voucher), (received.Name, received.Price, received.Kind));
        Assert.Equal("L", received.Attributes!["size"]);
        Assert.Equal("tea", product.Value!.Name);
        Assert.Equal(Words.Voucher, product.Value.Kind);
        Assert.Equal("L", Value(product.Value.Attributes)!["size"]);

        var pair = await Shop.Values.EchoPairAsync(new() { First = "f", Second = Words.Envelope(2) });
        Assert.Equal(2, Received.Last<Server.Pair<string, Server.Envelope<int>>>().Second.Value);
        Assert.Equal("f", Value(pair.First));
        Assert.Equal(2, Value(pair.Second)!.Value);
    }

    [Fact]
    public async Task Bodies_that_are_collections()
    {
        var dictionary = await Shop.Values.EchoDictionaryAsync(Words.Envelopes(("k", "tea")));
        Assert.Equal("tea", Received.Last<Dictionary<string, Server.Envelope<Server.Product>>>()["k"].Value.Name);
        Assert.Equal("tea", dictionary["k"].Value!.Name);

        IReadOnlyList<IReadOnlyList<int>> matrix = await Shop.Values.EchoMatrixAsync([[1, 2], [], [3]]);
        Assert.Equal([[1, 2], [], [3]], Received.Last<int[][]>());
        Assert.Equal([3], matrix[2]);
    }
}
