using System.Globalization;
using System.Text;

namespace RealtimeKit.Client.Tests.Constructs.OwnTypes;

/// <summary>A struct that parses and formats UTF-8 only.</summary>
public readonly record struct Day(DateOnly Value) : IUtf8SpanParsable<Day>, IUtf8SpanFormattable
{
    public static Day Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        TryParse(utf8Text, provider, out Day day) ? day : throw new FormatException();

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Day result)
    {
        bool isRead = DateOnly.TryParseExact(Encoding.UTF8.GetString(utf8Text), "yyyy-MM-dd", provider, DateTimeStyles.None, out DateOnly value);
        result = new Day(value);
        return isRead;
    }

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(utf8Destination, out bytesWritten, "yyyy-MM-dd", provider);
}
