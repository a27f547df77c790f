using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Parameter values of shapes that have no conversion of their own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterValues
{
    /// <summary>A value that may be absent, for a path, which refuses an absent one.</summary>
    public static ParameterValue Of(ParameterValue? value) => value ?? default;

    /// <summary>A value that must not be seen; what goes to the server is itself.</summary>
    public static ParameterValue Secret(ParameterValue value) => value.AsSecret();

    /// <summary>A value that must not be seen; null is absent.</summary>
    public static ParameterValue? Secret(ParameterValue? value) => value?.AsSecret();

    /// <summary>A span of time as ISO 8601 writes it, <c>P1DT2H3M4S</c>.</summary>
    public static ParameterValue Duration(TimeSpan value) => SpanText.FormatIso(value);

    /// <summary>A span of time as ISO 8601 writes it; null is absent.</summary>
    public static ParameterValue? Duration(TimeSpan? value) => value is { } present ? Duration(present) : default(ParameterValue?);

    /// <summary>A number; what is no number or infinite as the text that names it.</summary>
    public static ParameterValue Named(double value) => double.IsFinite(value) ? value : NumberName.Of(value);

    /// <summary>A number; what is no number or infinite as the text that names it; null is absent.</summary>
    public static ParameterValue? Named(double? value) => value is { } present ? Named(present) : default(ParameterValue?);

    /// <summary>A number; what is no number or infinite as the text that names it.</summary>
    public static ParameterValue Named(float value) => float.IsFinite(value) ? value : NumberName.Of(value);

    /// <summary>A number; what is no number or infinite as the text that names it; null is absent.</summary>
    public static ParameterValue? Named(float? value) => value is { } present ? Named(present) : default(ParameterValue?);

    /// <summary>A value that keeps its place: empty text where it is absent.</summary>
    public static ParameterValue OrEmpty(ParameterValue? value) => value is { IsAbsent: false } present ? present : "";

    /// <summary>A member of an object that must have it.</summary>
    /// <exception cref="ArgumentNullException">The value is absent.</exception>
    public static ParameterValue? Required(string name, ParameterValue? value)
        => value is { IsAbsent: false } ? value : throw new ArgumentNullException(name, $"The member '{name}' is required, and has no value.");

    /// <summary>A map as an object; null is absent.</summary>
    /// <exception cref="ArgumentNullException">A value of the map is absent.</exception>
    public static ParameterValue? Map<T>(IEnumerable<KeyValuePair<string, T>>? entries, Func<T, ParameterValue> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return entries is null ? null : ParameterValue.Object(entries.Select(entry => (entry.Key, Required(entry.Key, convert(entry.Value)))).ToArray());
    }

    /// <summary>An instant as HTTP writes dates in its headers; null is absent.</summary>
    public static ParameterValue? HttpDate(DateTimeOffset? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A day as HTTP writes dates in its headers, its midnight in UTC; null is absent.</summary>
    public static ParameterValue? HttpDate(DateOnly? value) =>
        value is { } day ? HttpDate(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)) : default(ParameterValue?);

    /// <summary>A value as JSON text; null is absent.</summary>
    public static ParameterValue? Json<T>(T value, JsonWrite<T> write) => value is null ? null : ParameterValue.Json(value, write);

    /// <summary>A value as JSON text, of which null is one.</summary>
    public static ParameterValue JsonOrNull<T>(T value, JsonWrite<T> write) => Json(value, write) ?? "null";

    /// <summary>Raw JSON: a string as its text, anything else as JSON text; null is absent.</summary>
    public static ParameterValue? Json(JsonElement? value)
    {
        try
        {
            return value is { } element ? Json(element) : null;
        }
        catch (ObjectDisposedException)
        {
            return ParameterValue.Refused("The JsonDocument that it belongs to has been disposed.");
        }
        catch (InvalidOperationException)
        {
            return ParameterValue.Refused(WholeText.Broken);
        }
    }

    private static ParameterValue? Json(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            case JsonValueKind.String:
                return element.GetString();
            default:
                string text = element.GetRawText();
                return WholeText.BrokenEscape(Encoding.UTF8.GetBytes(text)) < 0 ? text : ParameterValue.Refused(WholeText.Broken);
        }
    }
}
