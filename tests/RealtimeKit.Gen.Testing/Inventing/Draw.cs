using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Testing.Inventing;

/// <summary>Makes random choices from one seed.</summary>
internal sealed class Draw(int seed)
{
    private static readonly string[] _prose =
    [
        "Plain words.", "*/ // /// \" ' \\ {0} {{ }} $\"\"\" #if", "<b>&amp;</b> ]]> <see cref=\"X\"/>", "line\nbreak\r\nand\u2028more\u0085", "", " ",
        "名前 😀 ünï", "@class #region",
    ];

    private readonly Random _random = new(seed);

    public int Below(int bound) => _random.Next(bound);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    public JsonNode Prose() => JsonValue.Create(Of<string>(_prose))!;

    /// <summary>Returns up to the given number of different choices.</summary>
    public string[] Some(string[] choices, int most) =>
        [.. Enumerable.Range(0, 1 + Below(most)).Select(_ => Of<string>(choices)).Distinct(StringComparer.Ordinal)];
}
