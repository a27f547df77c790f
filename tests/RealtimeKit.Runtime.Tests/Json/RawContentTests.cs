using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Tests.Kit;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Tests.Json;

/// <summary>JSON without a description is kept as it was received, and takes no more than a few times its size.</summary>
[Collection(nameof(Alone))]
public sealed class RawContentTests
{
    /// <summary>The number of bytes in memory for each byte of a body that is not read.</summary>
    private const double MostKept = 1.1;

    /// <summary>The same after the body is read: twelve for each token, and sixteen for each item of a list.</summary>
    private const double MostTakenApart = 16;

    private static readonly JsonNames _names = new(0, default, "known");

    public static TheoryData<string> Shapes => ["small properties", "long names", "objects", "a deep value", "a list", "a map", "raw items", "further items"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Unknown_content_costs_its_size_and_taken_apart_a_few_times_that(string shape)
    {
        byte[] body = Body(shape, Proof.Count(1_000_000, 29 * 1024 * 1024));

        // The smallest of several measurements, because the pool of the platform keeps memory that does not belong to the body.
        (long Kept, long Apart)[] rounds = [Measure(shape, body), Measure(shape, body), Measure(shape, body), Measure(shape, body)];
        // Memory that the pool releases meanwhile does not belong to the body either, so a value below the size of the body is
        // discarded.
        long kept = rounds.Min(round => Math.Max(round.Kept, body.Length));
        long apart = rounds.Where(round => round.Apart > body.Length).Min(static round => round.Apart);

        Proof.Report($"{shape}: {kept:N0} bytes kept for {body.Length:N0}, taken apart {(double)apart / body.Length:F1} times");
        Assert.True(kept <= body.Length * MostKept, $"{kept:N0} bytes for {body.Length:N0}.");
        Assert.True(apart <= body.Length * MostTakenApart, $"{apart:N0} bytes for {body.Length:N0}.");
    }

    /// <summary>Runs in a separate stack frame, so that no object of an earlier round is alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (long Kept, long Apart) Measure(string shape, byte[] body)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        object read = Read(shape, body);
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        TakeApart(read);
        long apart = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(read);
        return (kept, apart);
    }

    private static void TakeApart(object read) =>
        Assert.True(read is IReadOnlyList<JsonElement> list ? list[0].ValueKind > 0 : ((IReadOnlyDictionary<string, JsonElement>)read).Any());

    [Fact]
    public void What_is_not_described_is_kept_and_written_unchanged()
    {
        Random random = Proof.Random(11);
        int count = Proof.Count(3_000, 100_000);
        for (int i = 0; i < count; i++)
        {
            string json = ObjectText(random, 3);

            IReadOnlyDictionary<string, JsonElement>? unknown = JsonReading.Document(Encoding.UTF8.GetBytes(json), ReadUnknown);

            Dictionary<string, JsonElement> expected = JsonDocument.Parse(json).RootElement.EnumerateObject()
                .ToDictionary(static property => property.Name, static property => property.Value);
            Assert.Equal(expected.Count, unknown?.Count ?? 0);
            Assert.Equal(expected.Keys, unknown?.Keys ?? []);
            Assert.All(expected,
                pair => Assert.Equal(pair.Value.GetRawText()
                    .Replace(" ", "", StringComparison.Ordinal), unknown![pair.Key].GetRawText()
                    .Replace(" ", "", StringComparison.Ordinal)));
            Assert.False(unknown?.ContainsKey("nowhere") ?? false);
            Assert.False(unknown?.ContainsKey("\ud800") ?? false);
        }

        Proof.Report($"{count} objects with properties that nobody described");
    }

    [Theory]
    [InlineData("""{"a":1,"b":2,"a":3}""")]
    [InlineData("""{"a":1,"\u0061":3}""")]
    [InlineData("""{"\"":1,"\u0022":3}""")]
    [InlineData("""{"1":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1,"8":1,"9":1,"10":1,"1":3}""")]
    [InlineData("""{"1":1,"2":1,"3":1,"4":1,"5":1,"6":1,"7":1,"8":1,"9":1,"10":1,"10":3}""")]
    public void A_name_that_occurs_twice_is_refused(string json)
    {
        Assert.Contains("contains the property", Assert.Throws<JsonException>(() => JsonReading.Document(Encoding.UTF8.GetBytes(json), ReadUnknown)).Message,
            StringComparison.Ordinal);
        Assert.Contains("contains the property", Assert.Throws<JsonException>(() => JsonReading.Document(Encoding.UTF8.GetBytes(json), ReadMap)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_is_found_by_its_name_however_many_there_are()
    {
        foreach (int count in new[] { 1, 8, 9, 32, 33, 500 })
        {
            string json = "{" + string.Join(',', Enumerable.Range(0, count).Select(static i => $"\"p{i}\":{i}")) + "}";

            IReadOnlyDictionary<string, JsonElement> unknown = JsonReading.Document(Encoding.UTF8.GetBytes(json), ReadUnknown)!;

            Assert.Equal(count, unknown.Count);
            Assert.All(Enumerable.Range(0, count), i => Assert.Equal(i, unknown[$"p{i}"].GetInt32()));
            Assert.Throws<KeyNotFoundException>(() => unknown["nowhere"]);
            Assert.Equal(count, unknown.Values.Count());
        }
    }

    private static IReadOnlyDictionary<string, JsonElement>? ReadUnknown(ref Utf8JsonReader reader)
    {
        JsonFields fields = new(ref reader, _names);
        while (fields.Next(ref reader) >= 0)
        {
            reader.Skip();
        }

        return fields.Unknown;
    }

    private static IReadOnlyDictionary<string, JsonElement> ReadMap(ref Utf8JsonReader reader) => JsonReading.Map<JsonElement>(ref reader, JsonReading.Element);

    private static IReadOnlyList<JsonElement> ReadList(ref Utf8JsonReader reader) => JsonReading.List<JsonElement>(ref reader, JsonReading.Element);

    private static IReadOnlyList<JsonElement> ReadFurther(ref Utf8JsonReader reader)
    {
        var items = new RawItems();
        JsonReading.StartArray(ref reader);
        while (JsonReading.NextItem(ref reader))
        {
            items.Add(ref reader);
        }

        return items.ToList();
    }

    private static object Read(string shape, byte[] body) => shape switch
    {
        "a map" => JsonReading.Document(body, ReadMap),
        "raw items" => JsonReading.Document(body, ReadList),
        "further items" => JsonReading.Document(body, ReadFurther),
        _ => JsonReading.Document(body, ReadUnknown)!,
    };

    private static byte[] Body(string shape, int size)
    {
        var text = new StringBuilder();
        (string open, Func<int, string> piece, string close) = shape switch
        {
            "long names" => ("{", static i => $"\"a_name_of_some_length_{i}\":null,", "\"z\":0}"),
            "objects" => ("{", static i => $"\"{i}\":{{}},", "\"z\":0}"),
            "a deep value" => ("{\"a\":[", static i => "[[[[]]]],", "0]}"),
            "a list" => ("{\"a\":[", static i => "1,", "0]}"),
            "raw items" or "further items" => ("[", static i => "1,", "0]"),
            _ => ("{", (Func<int, string>)(static i => $"\"{i}\":1,"), "\"z\":0}"),
        };
        text.Append(open);
        for (int i = 0; text.Length < size; i++)
        {
            text.Append(piece(i));
        }

        return Encoding.UTF8.GetBytes(text.Append(close).ToString());
    }

    private static string ObjectText(Random random, int depth) =>
        "{" + string.Join(random.Next(2) == 0 ? "," : " , ", Enumerable.Range(0, random.Next(0, 14))
            .Select(i => $"\"{Name(random)}{i}\" : {Value(random, depth - 1)}")) + "}";

    private static string Name(Random random) => new[] { "a", "é", "\\u00e9", "\\\"", "\\\\", "", "x y", "\\n", "\\ud83d\\ude00", "😀" }[random.Next(10)];

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 9 : 7) switch
    {
        0 => "null",
        1 => "true",
        2 => "-1.50e+3",
        3 => $"\"{Name(random)}\"",
        4 => "12345678901234567890",
        5 => "{}",
        6 => "[ ]",
        7 => ObjectText(random, depth),
        _ => $"[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, depth - 1)))}]",
    };
}
