using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RealtimeKit.Client.Tests.Constructs.OwnTypes;

/// <summary>A struct that parses spans: <c>O-0042</c>.</summary>
public readonly record struct OrderId(int Number) : ISpanParsable<OrderId>, ISpanFormattable
{
    private const string Prefix = "O-";

    public static OrderId Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    public static OrderId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out OrderId id) ? id : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OrderId result) => TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out OrderId result)
    {
        bool isRead = int.TryParse(s.StartsWith(Prefix, StringComparison.Ordinal) ? s[Prefix.Length..] : [], NumberStyles.None, provider, out int number);
        result = new OrderId(number);
        return isRead;
    }

    public string ToString(string? format, IFormatProvider? formatProvider) => string.Create(formatProvider, $"{Prefix}{Number:0000}");

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        destination.TryWrite(provider, $"{Prefix}{Number:0000}", out charsWritten);
}
