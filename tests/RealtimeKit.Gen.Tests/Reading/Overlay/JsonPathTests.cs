using RealtimeKit.Gen.Reading.Overlay.Paths;
using RealtimeKit.Gen.Reading.Overlay.Patterns;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Reading.Overlay;

/// <summary>The examples of RFC 9535, and other rules of its text.</summary>
public class JsonPathTests
{
    private const string Store = """
        { "store": {
            "book": [
              { "category": "reference", "author": "Nigel Rees", "title": "Sayings of the Century", "price": 8.95 },
              { "category": "fiction", "author": "Evelyn Waugh", "title": "Sword of Honour", "price": 12.99 },
              { "category": "fiction", "author": "Herman Melville", "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99 },
              { "category": "fiction", "author": "J. R. R. Tolkien", "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99 }
            ],
            "bicycle": { "color": "red", "price": 399 }
        } }
        """;

    private const string Filtered = """
        { "a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
          "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f" }
        """;

    [Theory]
    [InlineData("$.store.book[*].author", "'Nigel Rees' 'Evelyn Waugh' 'Herman Melville' 'J. R. R. Tolkien'")]
    [InlineData("$..author", "'Nigel Rees' 'Evelyn Waugh' 'Herman Melville' 'J. R. R. Tolkien'")]
    [InlineData("$.store..price", "8.95 12.99 8.99 22.99 399")]
    [InlineData("$..book[2].title", "'Moby Dick'")]
    [InlineData("$..book[-1].title", "'The Lord of the Rings'")]
    [InlineData("$..book[0,1].title", "'Sayings of the Century' 'Sword of Honour'")]
    [InlineData("$..book[:2].price", "8.95 12.99")]
    [InlineData("$..book[?@.isbn].title", "'Moby Dick' 'The Lord of the Rings'")]
    [InlineData("$..book[?@.price<10].title", "'Sayings of the Century' 'Moby Dick'")]
    [InlineData("$..book[?(@.price >= 12.99 && @.category == 'fiction')].price", "12.99 22.99")]
    [InlineData("$.store.book[?match(@.author, '[EH].*')].title", "'Sword of Honour' 'Moby Dick'")]
    [InlineData("$.store.book[?search(@.title, 'the')].price", "8.95 22.99")]
    [InlineData("$ ['store'] . bicycle", "malformed at 13")]
    [InlineData("$ ['store'] .bicycle [ 'color' , \"price\" ]", "'red' 399")]
    [InlineData("$.store[?length(@) == 2].color", "'red'")]
    [InlineData("$.store[?count(@.*) > 3]..isbn", "'0-553-21311-3' '0-395-19395-8'")]
    [InlineData("$.store.book[?value(@..isbn) != '0-553-21311-3' && @.isbn].price", "22.99")]
    public void The_store_of_the_RFC(string path, string expected) => Assert.Equal(expected, Evaluate(Store, path));

    [Theory]
    [InlineData("$.a[?@.b == 'kilo']", "{b: 'kilo'}")]
    [InlineData("$.a[?(@.b == 'kilo')]", "{b: 'kilo'}")]
    [InlineData("$.a[?@>3.5]", "5 4 6")]
    [InlineData("$.a[?@.b]", "{b: 'j'} {b: 'k'} {b: {}} {b: 'kilo'}")]
    [InlineData("$[?@.*].p", "1")]
    [InlineData("$[?@[?@.b]][0]", "3")]
    [InlineData("$.o[?@<3, ?@<3]", "1 2 1 2")]
    [InlineData("$.a[?@<2 || @.b == \"k\"]", "1 {b: 'k'}")]
    [InlineData("$.a[?match(@.b, \"[jk]\")]", "{b: 'j'} {b: 'k'}")]
    [InlineData("$.a[?search(@.b, \"[jk]\")]", "{b: 'j'} {b: 'k'} {b: 'kilo'}")]
    [InlineData("$.o[?@>1 && @<4]", "2 3")]
    [InlineData("$.o[?@.u || @.x]", "{u: 6}")]
    [InlineData("$.a[?@.b == $.x]", "3 5 1 2 4 6")]
    [InlineData("$.a[?@ == @]", "3 5 1 2 4 6 {b: 'j'} {b: 'k'} {b: {}} {b: 'kilo'}")]
    [InlineData("$.a[?!@.b && !(@ > 1)]", "1")]
    [InlineData("$.a[?@.b != 'j']", "3 5 1 2 4 6 {b: 'k'} {b: {}} {b: 'kilo'}")]
    [InlineData("$.o[?@ == $.a[0]]", "3")]
    [InlineData("$.a[?@.b < 'kb']", "{b: 'j'} {b: 'k'}")]
    [InlineData("$.o.t[?@ == 6.0]", "6")]
    [InlineData("$.a[?length(@.b) == 4]", "{b: 'kilo'}")]
    [InlineData("$.a[?@.b == $.a[8].b]", "{b: {}}")]
    public void Filters_of_the_RFC(string path, string expected) => Assert.Equal(expected, Evaluate(Filtered, path));

    [Theory]
    [InlineData("$[1:3]", "1 2")]
    [InlineData("$[5:]", "5 6")]
    [InlineData("$[1:5:2]", "1 3")]
    [InlineData("$[5:1:-2]", "5 3")]
    [InlineData("$[::-1]", "6 5 4 3 2 1 0")]
    [InlineData("$[-2:]", "5 6")]
    [InlineData("$[: -5]", "0 1")]
    [InlineData("$[0:2:0]", "")]
    [InlineData("$[9:99]", "")]
    [InlineData("$[-99:9007199254740991:9007199254740991]", "0")]
    [InlineData("$[7]", "")]
    [InlineData("$[-8]", "")]
    [InlineData("$.a", "")]
    [InlineData("$.*.*", "")]
    public void Slices_and_indices(string path, string expected) => Assert.Equal(expected, Evaluate("[0,1,2,3,4,5,6]", path));

    [Theory]
    [InlineData("$['\\'']", "1")]
    [InlineData("$[\"'\"]", "1")]
    [InlineData("$['\\u00e9']", "2")]
    [InlineData("$.é", "2")]
    [InlineData("$['a.b']", "3")]
    [InlineData("$.x-logo", "4")]
    [InlineData("$['/a/{id}']", "5")]
    public void Names_are_read_however_they_are_written(string path, string expected) =>
        Assert.Equal(expected, Evaluate("{\"'\": 1, \"é\": 2, \"a.b\": 3, \"x-logo\": 4, \"/a/{id}\": 5}", path));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 0)]
    [InlineData("$.", 2)]
    [InlineData("$..", 3)]
    [InlineData("$a", 1)]
    [InlineData("$.1", 2)]
    [InlineData("$[", 2)]
    [InlineData("$[]", 2)]
    [InlineData("$['a'", 5)]
    [InlineData("$['a", 2)]
    [InlineData("$['\\x']", 3)]
    [InlineData("$[01]", 2)]
    [InlineData("$[-0]", 2)]
    [InlineData("$[9007199254740992]", 2)]
    [InlineData("$[?]", 3)]
    [InlineData("$[?@.a ==]", 9)]
    [InlineData("$[?@.a == 01]", 10)]
    [InlineData("$[?@.* == 1]", 3)]
    [InlineData("$[?'a']", 3)]
    [InlineData("$[?length(@)]", 3)]
    [InlineData("$[?match(@.a, 'b') == true]", 3)]
    [InlineData("$[?nothing(@)]", 3)]
    [InlineData("$[?count(1) == 1]", 9)]
    [InlineData("$[?length(@.*) == 1]", 10)]
    [InlineData("$[?search(@.a, '(')]", 15)]
    [InlineData("$[?(@.a]", 7)]
    [InlineData("$[?@.a && ]", 10)]
    [InlineData(" $", 0)]
    [InlineData("$ ", 1)]
    public void A_malformed_path_is_refused_at_its_character(string path, int index) =>
        Assert.Equal($"malformed at {index}", Evaluate("{}", path));

    [Fact]
    public void Nesting_without_end_is_refused_and_does_not_overflow_the_stack()
    {
        foreach (string nested in new[] { "$[?(", "$[?@[?", "$[?!(", "$[?length(length(", "$[?search(@, '((" })
        {
            string repeated = nested[..3] + string.Concat(Enumerable.Repeat(nested[3..], 100_000));
            bool isRefused = false;
            var thread = new Thread(() => isRefused = JsonPathParser.Parse(repeated, out _) is null, 256 * 1024);
            thread.Start();
            thread.Join();

            Assert.True(isRefused, nested);
        }
    }

    [Theory]
    [InlineData("$..*..*..*..*..*")]
    [InlineData("$..[?@..[?@..[?@..[?@..[?@..[?@..x]]]]]]")]
    [InlineData("$..[?count(@..*..*..*) < 0]")]
    public void Work_without_end_spends_the_budget(string path)
    {
        string deep = string.Concat(Enumerable.Repeat("[0,", 120)) + "0" + new string(']', 120);
        var budget = new StepBudget();

        new JsonPathEvaluator(SpecText.Read(deep, "x.json"), budget).Evaluate(JsonPathParser.Parse(path, out _)!);

        Assert.True(budget.IsSpent);
    }

    [Fact]
    public void A_query_from_the_root_is_evaluated_once_however_many_nodes_are_tested()
    {
        string wide = "[" + string.Join(",", Enumerable.Range(0, 50_000)) + "]";
        var budget = new StepBudget();

        List<NodePath> found = new JsonPathEvaluator(SpecText.Read(wide, "x.json"), budget).Evaluate(JsonPathParser.Parse("$[?count($..*) == @]", out _)!);

        Assert.Empty(found);
        Assert.False(budget.IsSpent);
    }

    private static string Evaluate(string document, string path)
    {
        JsonPath? parsed = JsonPathParser.Parse(path, out JsonPathFault? fault);
        return parsed is null
            ? $"malformed at {fault!.Index}"
            : string.Join(' ', new JsonPathEvaluator(SpecText.Read(document, "x.json"), new StepBudget())
                .Evaluate(parsed)
                .Select(static found => SpecText.Show(found.Node)));
    }
}
