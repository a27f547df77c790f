using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Creates parameter values for which there is no conversion.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParameterValues
{
    /// <summary>Returns a value that may be absent, for a path, which does not allow an absent value.</summary>
    public static ParameterValue Of(ParameterValue? value) => value ?? default;

    /// <summary>Returns a value as a secret. It is sent unchanged.</summary>
    public static ParameterValue Secret(ParameterValue value) => value.AsSecret();

    /// <summary>Returns a value as a secret. It is sent unchanged. Null is absent.</summary>
    public static ParameterValue? Secret(ParameterValue? value) => value?.AsSecret();

    /// <summary>Converts a duration to ISO 8601, <c>P1DT2H3M4S</c>.</summary>
    public static ParameterValue Duration(TimeSpan value) => SpanText.FormatIso(value);

    /// <summary>Converts a duration to ISO 8601, <c>P1DT2H3M4S</c>. Null is absent.</summary>
    public static ParameterValue? Duration(TimeSpan? value) => value is { } present ? Duration(present) : default(ParameterValue?);

    /// <summary>Converts a number. NaN and the infinities are converted to their names.</summary>
    public static ParameterValue Named(double value) => double.IsFinite(value) ? value : NumberName.Of(value);

    /// <summary>Converts a number. NaN and the infinities are converted to their names. Null is absent.</summary>
    public static ParameterValue? Named(double? value) => value is { } present ? Named(present) : default(ParameterValue?);

    /// <summary>Converts a number. NaN and the infinities are converted to their names.</summary>
    public static ParameterValue Named(float value) => float.IsFinite(value) ? value : NumberName.Of(value);

    /// <summary>Converts a number. NaN and the infinities are converted to their names. Null is absent.</summary>
    public static ParameterValue? Named(float? value) => value is { } present ? Named(present) : default(ParameterValue?);

    /// <summary>Converts a value of another type. Null is absent.</summary>
    public static ParameterValue Converted<T, TConverter>(T? value)
        where TConverter : ITextConverter<T>
        => value is null ? default
            : TConverter.Format(value) is { } text ? text
            : ParameterValue.Refused($"The {typeof(T).Name} was formatted as null.");

    /// <summary>Converts a value of another type. Null is absent.</summary>
    public static ParameterValue? ConvertedOrNull<T, TConverter>(T? value)
        where T : struct
        where TConverter : ITextConverter<T>
        => value is { } present ? Converted<T, TConverter>(present) : default(ParameterValue?);

    /// <summary>Returns an empty text for an absent value, so that it keeps its place in a list.</summary>
    public static ParameterValue OrEmpty(ParameterValue? value) => value is { IsAbsent: false } present ? present : "";

    /// <summary>Checks a required member of an object.</summary>
    /// <exception cref="ArgumentNullException">The value is absent.</exception>
    public static ParameterValue? Required(string name, ParameterValue? value)
        => value is { IsAbsent: false } ? value : throw new ArgumentNullException(name, $"The member '{name}' is required, but has no value.");

    /// <summary>Converts a map to an object. Null is absent.</summary>
    /// <exception cref="ArgumentNullException">A value of the map is absent.</exception>
    public static ParameterValue? Map<T>(IEnumerable<KeyValuePair<string, T>>? entries, Func<T, ParameterValue> convert)
    {
        ArgumentNullException.ThrowIfNull(convert);
        return entries is null ? null : ParameterValue.Object(entries.Select(entry => (entry.Key, Required(entry.Key, convert(entry.Value)))).ToArray());
    }

    /// <summary>Returns an object with members that the API description does not declare. Null adds none.</summary>
    /// <exception cref="ArgumentException">A member is declared, and would be sent twice.</exception>
    public static ParameterValue? With(ParameterValue? value, ParameterValue? rest)
    {
        if (rest?.Members is not { Length: > 0 } others)
        {
            return value;
        }

        (string Name, ParameterValue Value)[] own = value?.Members ?? [];
        return Array.Find(others, other => Array.Exists(own, member => member.Name == other.Name)) is { Name: { } twice }
            ? throw new ArgumentException($"AdditionalProperties contains '{twice}', which the schema declares. Set that property instead.", twice)
            : ParameterValue.Object([.. own.Concat(others).Select(static member => (member.Name, (ParameterValue?)member.Value))]);
    }

    /// <summary>Converts an instant to the date format of HTTP headers. Null is absent.</summary>
    public static ParameterValue? HttpDate(DateTimeOffset? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Converts an instant to the date format of HTTP headers. One of unspecified kind is in UTC. Null is absent.</summary>
    public static ParameterValue? HttpDate(DateTime? value) => value is { } instant
        ? HttpDate(instant.Kind == DateTimeKind.Local ? new DateTimeOffset(instant) : new DateTimeOffset(instant, TimeSpan.Zero))
        : default(ParameterValue?);

    /// <summary>Converts a date to the date format of HTTP headers, at midnight in UTC. Null is absent.</summary>
    public static ParameterValue? HttpDate(DateOnly? value) =>
        value is { } day ? HttpDate(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)) : default(ParameterValue?);

    /// <summary>Converts a value to JSON text. Null is absent.</summary>
    public static ParameterValue? Json<T>(T value, JsonWrite<T> write) => value is null ? null : ParameterValue.Json(value, write);

    /// <summary>Converts a value to JSON text. Null is <c>null</c>.</summary>
    public static ParameterValue JsonOrNull<T>(T value, JsonWrite<T> write) => Json(value, write) ?? "null";

    /// <summary>Converts a value of several types to the texts, lists and objects of its JSON. Null is absent.</summary>
    public static ParameterValue? Structure<T>(T? value, JsonWrite<T> write)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        return value is null ? default(ParameterValue?) : ParameterValue.Structured(value, write);
    }

    /// <summary>
    /// Converts a value of several types to the content of a form's field: an object to JSON, a list to its items, and anything else to
    /// text. Null is absent.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="isItem">True if the value is an item of a list. A list within a list is JSON too.</param>
    public static ParameterValue? Content<T>(T? value, JsonWrite<T> write, bool isItem = false)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        return value is null ? default(ParameterValue?) : ParameterValue.Content(value, write, isItem);
    }

    /// <summary>
    /// Converts raw JSON: a string to its text, and anything else to JSON text, or to the parts of a deep object. Null is absent.
    /// </summary>
    public static ParameterValue? Json(JsonElement? value)
    {
        try
        {
            return value is { } element ? Json(element) : null;
        }
        catch (ObjectDisposedException)
        {
            return ParameterValue.Refused("The JsonDocument of the element was disposed.");
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
                return WholeText.BrokenEscape(Encoding.UTF8.GetBytes(text)) >= 0 ? ParameterValue.Refused(WholeText.Broken)
                    : element.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? ParameterValue.Raw(text)
                    : text;
        }
    }
}
