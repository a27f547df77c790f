using System.Diagnostics.CodeAnalysis;

namespace RealtimeKit.Client.Tests.Constructs.OwnTypes;

/// <summary>A class that parses strings, and whose text is its ToString.</summary>
public sealed record Sku : IParsable<Sku>
{
    private Sku(string text) => Text = text;

    public string Text { get; }

    public static Sku Of(string text) => new(text);

    public static Sku Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out Sku? sku) ? sku : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Sku result)
    {
        result = string.IsNullOrEmpty(s) || s.Contains(' ', StringComparison.Ordinal) ? null : new Sku(s);
        return result is not null;
    }

    public override string ToString() => Text;
}
