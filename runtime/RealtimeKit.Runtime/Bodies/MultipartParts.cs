using System.Collections;
using System.ComponentModel;
using System.Text.Json;
using RealtimeKit.Runtime.Parameters;

namespace RealtimeKit.Runtime.Wire;

/// <summary>Collects the parts of a multipart body in order. One field may become several parts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartParts : IEnumerable<MultipartPart>
{
    private readonly List<MultipartPart> _parts = [];

    /// <summary>Returns one part for each entry. A null entry becomes an empty part; null gives no parts.</summary>
    public static MultipartPart[] Of(IReadOnlyDictionary<string, JsonElement>? fields) =>
        Of(ParameterValues.Map(fields, static value => ParameterValues.OrEmpty(ParameterValues.Json(value))));

    /// <summary>Returns one part for each member of a map. Null gives no parts.</summary>
    public static MultipartPart[] Of(ParameterValue? map) => map?.Members?.Select(static field => MultipartPart.Field(field.Name, field.Value)).ToArray() ?? [];

    /// <summary>Returns one part for each file. Null gives no parts.</summary>
    public static MultipartPart[] Of(IReadOnlyDictionary<string, FileContent>? files) =>
        files?.Select(static file => MultipartPart.File(file.Key, file.Value, required: true)).ToArray() ?? [];

    /// <summary>Returns one part for each file, all with the same name. Null gives no parts.</summary>
    /// <exception cref="ArgumentNullException">The list is required and null, or one of its files is null.</exception>
    public static IEnumerable<MultipartPart> Files(string name, IEnumerable<FileContent>? files, string? contentType = null, bool required = false)
    {
        FormFields.Require(name, files is not null, required);
        return files?.Select(file => MultipartPart.File(name, file, contentType, required: true)) ?? [];
    }

    /// <summary>
    /// Returns the parts of a list: one for each item, as browsers send them, or one with all items, depending on the style.
    /// Another value is one part, and null gives no parts.
    /// </summary>
    /// <exception cref="ArgumentNullException">The list is required and null, or one of its items is null.</exception>
    public static IEnumerable<MultipartPart> Fields(
        string name, ParameterValue? list, ParameterStyle style = ParameterStyle.Form, bool explode = true, string? contentType = null, bool required = false)
    {
        FormFields.Require(name, list is { IsAbsent: false }, required);
        return explode && list?.Items is { } items
            ? items.Select(item => MultipartPart.Field(name, item, contentType, required: true))
            : [MultipartPart.Field(name, list, style, contentType)];
    }

    /// <summary>
    /// Returns the parts of an object or a list: one for each pair into which the style divides it, with the name of the pair. A value
    /// that the style does not divide is one part. Null gives no parts.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is required and null.</exception>
    public static IEnumerable<MultipartPart> Pairs(
        string name, ParameterValue? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        FormFields.Require(name, value is { IsAbsent: false }, required);
        if (value is not { IsAbsent: false } present)
        {
            return [];
        }

        present.RequireSendable(name);
        return PartPairs.Of(name, present, style, explode)?.Select(pair => MultipartPart.Field(pair.Name, present.Part(pair.Text), ParameterStyle.Simple, null))
            ?? [MultipartPart.Field(name, present, style, null)];
    }

    /// <summary>Returns one part for each value as JSON, all with the same name. Null gives no parts.</summary>
    /// <exception cref="ArgumentNullException">The list is required and null, or one of its items is null.</exception>
    public static IEnumerable<MultipartPart> Json<T>(
        string name, IEnumerable<T>? items, JsonWrite<T> write, bool required = false, string contentType = "application/json")
    {
        FormFields.Require(name, items is not null, required);
        return items?.Select(item => MultipartPart.Json(name, item, write, contentType, required: true)) ?? [];
    }

    /// <summary>Adds a part.</summary>
    public void Add(MultipartPart part) => _parts.Add(part);

    /// <summary>Adds several parts.</summary>
    public void Add(IEnumerable<MultipartPart> parts) => _parts.AddRange(parts);

    /// <summary>Returns the parts.</summary>
    public MultipartPart[] ToArray() => [.. _parts];

    /// <inheritdoc/>
    public IEnumerator<MultipartPart> GetEnumerator() => _parts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
