using System.Text;
using RealtimeKit.Runtime.Bodies;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public sealed partial class ApiRequest
{
    /// <summary>Sends a value as JSON. It is written immediately, so later changes to the value are not sent.</summary>
    /// <exception cref="ArgumentNullException">The body, or a required part of it, is null.</exception>
    public ApiRequest JsonBody<T>(T value, JsonWrite<T> write, string contentType = "application/json", bool required = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        RequireBody(value is not null, required);
        return With(value is null ? null : new BufferedBody(JsonText.Write(value, write, out List<string>? secrets), contentType, secrets), contentType);
    }

    /// <summary>Sends a value as JSON. Null is sent as <c>null</c>.</summary>
    public ApiRequest JsonBodyOrNull<T>(T value, JsonWrite<T> write, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(write);
        return With(new BufferedBody(JsonText.Write(value, write, out List<string>? secrets), contentType, secrets), contentType);
    }

    /// <summary>Sends text in UTF-8, whose media type names this charset (<c>text/…</c>, except XML and JSON). Null sends no body.</summary>
    /// <exception cref="ArgumentNullException">The body is required and null.</exception>
    public ApiRequest TextBody(string? value, string contentType, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        RequireBody(value is not null, required);
        string named = HeaderText.WithCharset(contentType);
        return With(value is null ? null : new BufferedBody(Encoding.UTF8.GetBytes(WholeText.Require(value, "body")), named), named);
    }

    /// <summary>Sends a secret text in UTF-8. Null sends no body.</summary>
    /// <exception cref="ArgumentNullException">The body is required and null.</exception>
    public ApiRequest SecretBody(SensitiveString? value, string contentType, bool required = false)
    {
        if (value is not null)
        {
            (_secrets ??= []).Add(value.Reveal());
        }

        return TextBody(value?.Reveal(), contentType, required);
    }

    /// <summary>Sends a stream from its current position. Null sends no body. It can be sent again only if it is seekable.</summary>
    /// <exception cref="ArgumentNullException">The body is required and null.</exception>
    public ApiRequest StreamBody(Stream? value, string contentType, bool required = false)
    {
        RequireBody(value is not null, required);
        return With(value is null ? null : new StreamedBody(value, contentType), contentType);
    }

    /// <summary>Sends bytes. Null sends no body.</summary>
    public ApiRequest BytesBody(byte[]? value, string contentType)
        => With(value is null ? null : new BufferedBody(value, contentType), contentType);

    /// <summary>Sends an <c>application/x-www-form-urlencoded</c> form. Null sends no body.</summary>
    public ApiRequest FormBody(params FormField[]? fields)
    {
        if (fields is null)
        {
            return this;
        }

        foreach (FormField field in fields)
        {
            (_secrets ??= []).AddRange(field.Secrets ?? []);
        }

        string text = string.Join('&', fields.Select(static field => field.Text).Where(static part => part.Length > 0));
        return TextBody(text, "application/x-www-form-urlencoded");
    }

    /// <summary>Sends a <c>multipart/form-data</c> form. Null sends no body.</summary>
    public ApiRequest MultipartBody(params MultipartPart[]? parts) => MultipartBody(MultipartRequestBody.FormData, parts);

    /// <summary>Sends parts with another <c>multipart</c> media type. Null sends no body.</summary>
    public ApiRequest MultipartBody(string mediaType, params MultipartPart[]? parts)
    {
        if (parts is null)
        {
            return this;
        }

        HeaderText.RequireMediaType(mediaType, nameof(mediaType));
        MultipartRequestBody body = MultipartRequestBody.Create(mediaType, parts);
        return With(body, body.ContentType!);
    }

    /// <summary>Creates the exception for a required body that is null.</summary>
    public static ArgumentNullException NoBody() => new("body", "The request body is required.");

    private static void RequireBody(bool isPresent, bool required)
    {
        if (required && !isPresent)
        {
            throw NoBody();
        }
    }

    private ApiRequest With(RequestBody? body, string contentType)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        HeaderText.RequireMediaType(contentType, nameof(contentType));
        Body?.Dispose();
        Body = body;
        return this;
    }
}
