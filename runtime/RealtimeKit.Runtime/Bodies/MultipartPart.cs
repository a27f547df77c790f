using System.ComponentModel;
using System.Text;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Parameters;

namespace RealtimeKit.Runtime.Wire;

/// <summary>One part of a <c>multipart/form-data</c> body. A part without value is not sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MultipartPart
{
    private MultipartPart(string name, RequestBody? body, FileContent? file = null)
    {
        Name = name;
        Body = body;
        FileName = file is { IsField: false } ? file.FileName : null;
        Headers = file?.Headers;
    }

    internal string Name { get; }

    internal RequestBody? Body { get; }

    internal string? FileName { get; }

    internal IReadOnlyDictionary<string, string>? Headers { get; }

    /// <summary>A primitive as text; a list with commas.</summary>
    /// <exception cref="ArgumentNullException">The part is required and has no value.</exception>
    public static MultipartPart Field(string name, ParameterValue? value, string? contentType = null, bool required = false)
    {
        FormFields.Require(name, value is { IsAbsent: false }, required);
        return Field(name, value, ParameterStyle.Simple, contentType);
    }

    /// <summary>A primitive as text; a list joined as its style says.</summary>
    internal static MultipartPart Field(string name, ParameterValue? value, ParameterStyle style, string? contentType)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not { IsAbsent: false } present)
        {
            return new MultipartPart(name, null);
        }

        present.RequireSendable(name);
        var text = new StringBuilder();
        new ParameterLayout(text, name, allowReserved: false, encode: false).AppendBareJoined(present, style);
        List<string>? secrets = null;
        present.CollectSecrets(ref secrets);
        return new MultipartPart(name, new BufferedBody(Encoding.UTF8.GetBytes(text.ToString()), contentType ?? "text/plain; charset=utf-8", secrets));
    }

    /// <summary>A value as JSON.</summary>
    /// <exception cref="ArgumentNullException">The part is required and null, or something within it is.</exception>
    public static MultipartPart Json<T>(string name, T value, JsonWrite<T> write, string contentType = "application/json", bool required = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        FormFields.Require(name, value is not null, required);
        ArgumentNullException.ThrowIfNull(write);
        return value is null
            ? new MultipartPart(name, null)
            : new MultipartPart(
                name, new BufferedBody(JsonText.Write(value, write, out List<string>? secrets, $"The part '{name}'", name), contentType, secrets));
    }

    /// <summary>A value as JSON, of which null is one.</summary>
    /// <exception cref="ArgumentNullException">Something within the value is required and null.</exception>
    public static MultipartPart JsonOrNull<T>(string name, T value, JsonWrite<T> write, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(name);
        return value is null
            ? new MultipartPart(name, new BufferedBody("null"u8.ToArray(), contentType, secrets: null))
            : Json(name, value, write, contentType);
    }

    /// <summary>A file, with its own media type, else <paramref name="contentType"/>, else <c>application/octet-stream</c>.</summary>
    /// <exception cref="ArgumentNullException">The part is required and null.</exception>
    public static MultipartPart File(string name, FileContent? file, string? contentType = null, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        FormFields.Require(name, file is not null, required);
        return file is null
            ? new MultipartPart(name, null)
            : new MultipartPart(name, new StreamedBody(file.Content, file.ContentType ?? contentType ?? "application/octet-stream"), file);
    }
}
