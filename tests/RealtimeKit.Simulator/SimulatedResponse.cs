using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RealtimeKit.Simulator;

/// <summary>A response of the simulator. The factory methods create the four forms of errors that the real service returns.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type of the body.</param>
/// <param name="Body">The bytes of the body.</param>
public sealed record SimulatedResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonWriterOptions _json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets additional headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Returns the given JSON text unchanged.</summary>
    public static SimulatedResponse Json(int status, string json) => new(status, "application/json", Encoding.UTF8.GetBytes(json));

    /// <summary>Returns the JSON that is written by <paramref name="write"/>.</summary>
    public static SimulatedResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, _json))
        {
            write(writer);
        }

        return new(status, "application/json", buffer.ToArray());
    }

    /// <summary>Returns an error of the RealtimeKit service itself: <c>error</c> with the status as its code.</summary>
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

    /// <summary>Returns an error of the gateway in front of the service: a list <c>errors</c> with codes of the gateway.</summary>
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

    /// <summary>Returns the error of the webhooks for an unauthorized caller: only a <c>message</c>.</summary>
    public static SimulatedResponse WebhookUnauthorized() => Json(401, """{"message":"Unauthorized"}""");

    /// <summary>Returns an error of the edge network, in HTML.</summary>
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
            // HTTP does not allow a body here, and the server closes the connection if a length is set.
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = Body.Length;

        await response.Body.WriteAsync(Body, cancellationToken);
    }
}
