using System.Collections;
using System.ComponentModel;
using System.Text.Json;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The parts of a multipart body, in order; a field may give several.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartParts : IEnumerable<MultipartPart>
{
    private readonly List<MultipartPart> _parts = [];

    /// <summary>One part for each entry, a null one empty; null gives none.</summary>
    public static MultipartPart[] Of(IReadOnlyDictionary<string, JsonElement>? fields) =>
        fields?.Select(static field => MultipartPart.Field(field.Key, ParameterValues.OrEmpty(ParameterValues.Json(field.Value)))).ToArray() ?? [];

    /// <summary>One file for each entry; null gives none.</summary>
    public static MultipartPart[] Of(IReadOnlyDictionary<string, FileContent>? files) =>
        files?.Select(static file => MultipartPart.File(file.Key, file.Value, required: true)).ToArray() ?? [];

    /// <summary>Several files under one name; null gives none.</summary>
    /// <exception cref="ArgumentNullException">The list is required and null, or one of its files is null.</exception>
    public static IEnumerable<MultipartPart> Files(string name, IEnumerable<FileContent>? files, string? contentType = null, bool required = false)
    {
        FormFields.Require(name, files is not null, required);
        return files?.Select(file => MultipartPart.File(name, file, contentType, required: true)) ?? [];
    }

    /// <summary>A list as its style says: a part for each item, as browsers send it, or one that has them all. Null gives none.</summary>
    /// <exception cref="ArgumentNullException">The list is required and null, or one of its items is null.</exception>
    public static IEnumerable<MultipartPart> Fields(
        string name, ParameterValue? list, ParameterStyle style = ParameterStyle.Form, bool explode = true, string? contentType = null, bool required = false)
    {
        FormFields.Require(name, list?.Items is not null, required);
        if (list?.Items is not { } items)
        {
            return [];
        }

        return explode
            ? items.Select(item => MultipartPart.Field(name, item, contentType, required: true))
            : [MultipartPart.Field(name, list, style, contentType)];
    }

    /// <summary>Several values as JSON under one name, a part for each; null gives none.</summary>
    /// <exception cref="ArgumentNullException">The list is required and null, or one of its items is null.</exception>
    public static IEnumerable<MultipartPart> Json<T>(string name, IEnumerable<T>? items, JsonWrite<T> write, bool required = false)
    {
        FormFields.Require(name, items is not null, required);
        return items?.Select(item => MultipartPart.Json(name, item, write, required: true)) ?? [];
    }

    /// <summary>Adds a part.</summary>
    public void Add(MultipartPart part) => _parts.Add(part);

    /// <summary>Adds parts.</summary>
    public void Add(IEnumerable<MultipartPart> parts) => _parts.AddRange(parts);

    /// <summary>The parts.</summary>
    public MultipartPart[] ToArray() => [.. _parts];

    /// <inheritdoc/>
    public IEnumerator<MultipartPart> GetEnumerator() => _parts.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
