using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace RealtimeKit.Runtime.Tests.Redaction;

/// <summary>The spellings in which a server may repeat a secret.</summary>
internal static class Spellings
{
    /// <summary>The ways in which a server may write a text that it was sent.</summary>
    public static readonly (string Name, Func<string, string> Spell)[] All =
    [
        ("as it is", static secret => secret),
        ("percent-encoded", Uri.EscapeDataString),
        ("percent-encoded whole", static secret => Percent(secret, "x2")),
        ("percent-encoded whole in capitals", static secret => Percent(secret, "X2")),
        ("percent-encoded twice", static secret => Uri.EscapeDataString(Uri.EscapeDataString(secret))),
        ("form-encoded", static secret => WebUtility.UrlEncode(secret)),
        ("JSON", static secret => JsonEncodedText.Encode(secret).ToString()),
        ("JSON with escaped slashes", static secret => secret.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("/", "\\/", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)),
        ("JSON escapes only", static secret => Unicode(secret, "x4")),
        ("JSON escapes only in capitals", static secret => Unicode(secret, "X4")),
        ("JSON within JSON", static secret => JsonEncodedText.Encode(JsonEncodedText.Encode(secret).ToString()).ToString()),
        ("HTML", WebUtility.HtmlEncode),
        ("HTML entities only", static secret => string.Concat(secret.EnumerateRunes().Select(static rune => $"&#{rune.Value};"))),
        ("HTML entities only in hexadecimal", static secret => string.Concat(secret.EnumerateRunes().Select(static rune => $"&#x{rune.Value:X};"))),
        ("HTML entities with names", static secret => Named(secret)),
        ("HTML within HTML", static secret => WebUtility.HtmlEncode(WebUtility.HtmlEncode(secret))),
        ("in capitals", static secret => secret.ToUpperInvariant()),
        ("in small letters", static secret => secret.ToLowerInvariant()),
        ("escapes of bytes", static secret => Bytes(secret, @"\x", "x2")),
        ("escapes of bytes in octal", static secret =>
            string.Concat(Encoding.UTF8.GetBytes(secret).Select(static value => @"\" + Convert.ToString(value, 8).PadLeft(3, '0')))),
        ("escapes in braces", static secret => string.Concat(secret.EnumerateRunes().Select(static rune => $@"\u{{{rune.Value:x}}}"))),
        ("long escapes", static secret => string.Concat(secret.EnumerateRunes().Select(static rune => $@"\U{rune.Value:X8}"))),
        ("percent-encoded UTF-16", static secret => string.Concat(secret.Select(static unit => $"%u{(int)unit:X4}"))),
        ("HTML entities without semicolons", static secret => string.Concat(secret.EnumerateRunes().Select(static rune => $"&#{rune.Value}")) + ";"),
        ("HTML entities with zeros", static secret => string.Concat(secret.EnumerateRunes().Select(static rune => $"&#x{rune.Value:x8};"))),
        ("HTML entities within JSON escapes", static secret => Unicode(string.Concat(secret.EnumerateRunes().Select(static rune => $"&#{rune.Value};")), "x4")),
        ("HTML entities percent-encoded", static secret => Percent(string.Concat(secret.EnumerateRunes().Select(static rune => $"&#x{rune.Value:x};")), "X2")),
        ("escapes of bytes within JSON", static secret => JsonEncodedText.Encode(Bytes(secret, @"\x", "X2")).ToString()),
        ("percent-encoded three times", static secret => Percent(Percent(Percent(secret, "X2"), "X2"), "X2")),
        ("percent-encoded within JSON", static secret => JsonEncodedText.Encode(Uri.EscapeDataString(secret)).ToString()),
    ];

    /// <summary>Writes the bytes of a text in UTF-8, each with a prefix.</summary>
    public static string Bytes(string text, string prefix, string format)
        => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => prefix + value.ToString(format, CultureInfo.InvariantCulture)));

    /// <summary>The text with the named entities of HTML 5 for its signs, and of HTML 4 for its letters.</summary>
    private static string Named(string text)
    {
        var named = new StringBuilder(WebUtility.HtmlEncode(text).Replace("&#233;", "&eacute;", StringComparison.Ordinal));
        foreach ((string sign, string name) in new[] { ("+", "plus"), ("/", "sol"), ("=", "equals"), ("%", "percnt"), ("?", "quest"), (":", "colon"), ("\\", "bsol") })
        {
            named.Replace(sign, $"&{name};");
        }

        return named.ToString();
    }

    private static string Percent(string text, string format)
        => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => "%" + value.ToString(format, CultureInfo.InvariantCulture)));

    private static string Unicode(string text, string format)
        => string.Concat(text.Select(unit => "\\u" + ((int)unit).ToString(format, CultureInfo.InvariantCulture)));
}
