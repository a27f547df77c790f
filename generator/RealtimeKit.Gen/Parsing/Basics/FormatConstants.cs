using System.Globalization;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>
/// Converts text in a format to a constant: the digits of a UUID, base64, a URL, or the arguments of the constructor of a date,
/// time or time span.
/// </summary>
internal static class FormatConstants
{
    /// <summary>Returns whether a text is a value of the format. The check accepts what the readers of the runtime accept.</summary>
    public static bool IsValue(string text, PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Uri => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        PrimitiveKind.Duration or PrimitiveKind.TimeSpan => DurationText.IsDuration(text),
        _ => Of(text, kind) is not null,
    };

    /// <summary>Returns the constant, or null if the text is not a value of the format or C# cannot express it exactly.</summary>
    public static string? Of(string text, PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Guid => OfGuid(text),
        PrimitiveKind.DateOnly => ClockText.TryParseDate(text, out DateTimeOffset date) ? Arguments(date.Year, date.Month, date.Day) : null,
        PrimitiveKind.DateTimeOffset => ClockText.TryParseInstant(text, out DateTimeOffset instant) ? OfInstant(instant) : null,
        PrimitiveKind.TimeOnly => ClockText.TryParseTime(text, out TimeSpan time) ? OfTime(time) : null,
        PrimitiveKind.TimeSpan or PrimitiveKind.Duration => DurationText.TryParse(text, out TimeSpan span) ? OfSpan(span) : null,
        PrimitiveKind.Uri => IsSimple(text) ? text : null,
        PrimitiveKind.Bytes => OfBytes(text),
        _ => null,
    };

    private static string? OfGuid(string text)
    {
        const string Urn = "urn:uuid:";
        string trimmed = text.Trim();
        string digits = trimmed.StartsWith(Urn, StringComparison.OrdinalIgnoreCase) ? trimmed.Substring(Urn.Length) : trimmed;
        return Array.Exists(["D", "N", "B", "P"], format => Guid.TryParseExact(digits, format, out _))
            ? Guid.Parse(digits).ToString("D", CultureInfo.InvariantCulture)
            : null;
    }

    private static string OfInstant(DateTimeOffset instant)
    {
        string offset = $"new({Arguments(instant.Offset.Hours, instant.Offset.Minutes, 0)})";
        return instant.Ticks % TimeSpan.TicksPerSecond == 0
            ? $"{Arguments(instant.Year, instant.Month, instant.Day, instant.Hour, instant.Minute, instant.Second)}, {offset}"
            : $"{Ticks(instant.Ticks)}, {offset}";
    }

    private static string OfTime(TimeSpan time) => time.Ticks % TimeSpan.TicksPerSecond == 0
        ? Arguments(time.Hours, time.Minutes, time.Seconds)
        : Ticks(time.Ticks);

    private static string OfSpan(TimeSpan span) => span.Ticks % TimeSpan.TicksPerSecond == 0
        ? Arguments(span.Days, span.Hours, span.Minutes, span.Seconds)
        : Ticks(span.Ticks);

    /// <summary>Returns the same bytes in the usual alphabet with padding, or null if the text is not base64.</summary>
    private static string? OfBytes(string text)
    {
        string usual = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        if (usual.Length % 4 == 1 || usual.Any(static c => !IsOfAlphabet(c)))
        {
            return null;
        }

        string padded = usual.PadRight((usual.Length + 3) / 4 * 4, '=');
        return Convert.ToBase64String(Convert.FromBase64String(padded));
    }

    private static bool IsOfAlphabet(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '/';

    /// <summary>
    /// Returns whether every version of .NET reads the URL. An initial value is created in each record, so it must never throw.
    /// </summary>
    private static bool IsSimple(string text) =>
        text.All(static c => c is > ' ' and < (char)127 and not ('\\' or '"' or '<' or '>' or '[' or ']' or '@'))
        && !text.StartsWith("//", StringComparison.Ordinal)
        && (Uri.IsWellFormedUriString(text, UriKind.Absolute) || (text.IndexOf(':') < 0 && Uri.IsWellFormedUriString(text, UriKind.Relative)));

    private static string Arguments(params int[] values) =>
        string.Join(", ", values.Select(static value => value.ToString(CultureInfo.InvariantCulture)));

    private static string Ticks(long ticks) => ticks == long.MinValue ? "long.MinValue" : ticks.ToString(CultureInfo.InvariantCulture) + "L";
}
