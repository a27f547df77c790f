using System.Text.Json;

namespace RealtimeKit.Runtime.Json;

/// <summary>
/// Decides whether a number or boolean can also be a text, because it is a value of a header, where nothing distinguishes them.
/// </summary>
/// <remarks>The state belongs to the thread, since reading is synchronous.</remarks>
internal static class HeaderLiteral
{
    private const byte Quote = (byte)'"';

    /// <summary>True while the values of a header are read.</summary>
    [ThreadStatic]
    private static bool _isHeader;

    /// <summary>Sets whether the values that are read on this thread are those of a header.</summary>
    /// <returns>The previous value.</returns>
    public static bool SetHeader(bool isHeader)
    {
        bool before = _isHeader;
        _isHeader = isHeader;
        return before;
    }

    /// <summary>Returns the number or boolean of a header as a JSON string, or null for any other value.</summary>
    public static byte[]? TextOf(in Utf8JsonReader reader) =>
        _isHeader && reader.TokenType is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False ? [Quote, .. reader.ValueSpan, Quote] : null;
}
