using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RealtimeKit.Simulator;

/// <summary>What goes back over the wire. The four shapes of an error that the real service has are the four factories.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Body">The body, to the byte.</param>
public sealed record SimulatedResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonWriterOptions _json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Headers beside those of the body.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The given text as JSON, as it stands.</summary>
    public static SimulatedResponse Json(int status, string json) => new(status, "application/json", Encoding.UTF8.GetBytes(json));

    /// <summary>JSON written by <paramref name="write"/>.</summary>
    public static SimulatedResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _json))
        {
            write(writer);
        }

        return new(status, "application/json", buffer.ToArray());
    }

    /// <summary>An error of the RealtimeKit service itself: <c>error</c> with the status as its code.</summary>
    public static SimulatedResponse KitError(int status, string message) => Json(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", false);
        writer.WriteStartObject("error");
        writer.WriteNumber("code", status);
        writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>An error of the gateway before the service: a list <c>errors</c> with codes of its own.</summary>
    public static SimulatedResponse GatewayError(int status, int code, string message) => Json(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("success", false);
        writer.WriteStartArray("errors");
        writer.WriteStartObject();
        writer.WriteNumber("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartArray("messages");
        writer.WriteEndArray();
        writer.WriteNull("result");
        writer.WriteEndObject();
    });

    /// <summary>How the webhooks refuse a caller: a bare <c>message</c>.</summary>
    public static SimulatedResponse WebhookUnauthorized() => Json(401, """{"message":"Unauthorized"}""");

    /// <summary>An error of the edge, which does not speak JSON.</summary>
    public static SimulatedResponse Html(int status) => new(status, "text/html; charset=UTF-8", Encoding.UTF8.GetBytes(
        $"<!DOCTYPE html>\n<html><head><title>{status}</title></head><body><h1>Error {status}</h1><hr>edge</body></html>\n"));

    internal async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach ((string name, string value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Status is 204 or 304)
        {
            // HTTP has no place for a body here, and the server closes the connection over a length of one.
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = Body.Length;

        await response.Body.WriteAsync(Body, cancellationToken);
    }
}
