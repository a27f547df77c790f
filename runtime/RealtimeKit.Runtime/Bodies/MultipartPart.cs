using System.ComponentModel;
using System.Text;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>One part of a <c>multipart/form-data</c> body. A part without a value is not sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MultipartPart
{
    /// <summary>What OpenAPI says of bytes in base64: they are like a part whose schema requires this header.</summary>
    private static readonly Dictionary<string, string> _base64 = new() { ["Content-Transfer-Encoding"] = "base64" };

    private MultipartPart(string name, RequestBody body, Dictionary<string, string>? headers)
        : this(name, body) => Headers = headers;

    private MultipartPart(string name, RequestBody? body, FileContent? file = null)
    {
        Name = name;
        Body = body;
        FileName = file is { Text: null } ? file.FileName : null;
        Headers = file?.Headers;
    }

    internal string Name { get; }

    internal RequestBody? Body { get; }

    internal string? FileName { get; }

    internal IReadOnlyDictionary<string, string>? Headers { get; }

    /// <summary>
    /// Creates a part with text, or with JSON for a list or an object of raw JSON. The items of another list are joined with commas.
    /// </summary>
    /// <exception cref="ArgumentNullException">The part is required and has no value.</exception>
    public static MultipartPart Field(string name, ParameterValue? value, string? contentType = null, bool required = false)
    {
        FormFields.Require(name, value is { IsAbsent: false }, required);
        return Field(name, value, ParameterStyle.Simple, contentType);
    }

    /// <summary>Creates a part with text. The items of a list are joined as the style specifies.</summary>
    internal static MultipartPart Field(string name, ParameterValue? value, ParameterStyle style, string? contentType)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not { IsAbsent: false } present)
        {
            return new MultipartPart(name, null);
        }

        present.RequireSendable(name);
        var text = new StringBuilder();
        new ParameterLayout(text, name, ReservedText.Encoded, encode: false).AppendBareJoined(present, style);
        List<string>? secrets = null;
        present.CollectSecrets(ref secrets);
        string mediaType = present.IsBase64 ? contentType ?? "application/octet-stream"
            : present.IsJson ? contentType ?? "application/json"
            : HeaderText.WithCharset(contentType ?? "text/plain");
        return new MultipartPart(name, new BufferedBody(Encoding.UTF8.GetBytes(text.ToString()), mediaType, secrets), present.IsBase64 ? _base64 : null);
    }

    /// <summary>Creates a part with a value as JSON.</summary>
    /// <exception cref="ArgumentNullException">The part, or a required part of its value, is null.</exception>
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

    /// <summary>Creates a part with a value as JSON, also for null.</summary>
    /// <exception cref="ArgumentNullException">A required part of the value is null.</exception>
    public static MultipartPart JsonOrNull<T>(string name, T value, JsonWrite<T> write, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(name);
        return value is null
            ? new MultipartPart(name, new BufferedBody("null"u8.ToArray(), contentType, secrets: null))
            : Json(name, value, write, contentType);
    }

    /// <summary>
    /// Creates a part with a file. Its media type is that of the file, or <paramref name="contentType"/>, or
    /// <c>application/octet-stream</c>.
    /// </summary>
    /// <exception cref="ArgumentNullException">The part is required and null.</exception>
    public static MultipartPart File(string name, FileContent? file, string? contentType = null, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        FormFields.Require(name, file is not null, required);
        if (file is null)
        {
            return new MultipartPart(name, null);
        }

        string mediaType = file.ContentType ?? contentType ?? "application/octet-stream";
        return new MultipartPart(name, file.Text is { } text ? new BufferedBody(text, mediaType) : new StreamedBody(file.Content, mediaType), file);
    }
}
