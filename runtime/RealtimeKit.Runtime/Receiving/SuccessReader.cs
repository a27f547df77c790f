using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Reads the body of a success response.</summary>
internal static class SuccessReader
{
    private static readonly ReadOnlyMemory<byte> _null = "null"u8.ToArray();

    /// <summary>
    /// Reads the body as <paramref name="result"/>. If <paramref name="rival"/> is not null, the status is not in the API
    /// description, and the body may also be that error.
    /// </summary>
    /// <exception cref="ApiContentException">The body differs from the API description.</exception>
    /// <exception cref="ApiResponseTooLargeException">The body is larger than allowed.</exception>
    /// <exception cref="ApiStatusException">The body is that of <paramref name="rival"/>.</exception>
    public static async ValueTask<T> ReadAsync<T>(ApiResult<T> result, ApiErrorBody? rival, Exchange exchange)
    {
        if (result.Body == ResultBody.None && rival is null)
        {
            await exchange.EnsureSentAsync(exchange.Deadline.Token).ConfigureAwait(false);
            return result.Read(default);
        }

        RequireDecoded(exchange);
        Stream stream = await BodyFailure.OpenAsync(exchange).ConfigureAwait(false);
        if (result.Body == ResultBody.Stream)
        {
            // There is no deadline from here on, since a download may take longer than any sensible limit for a call.
            // The stream is not registered anywhere, so that a forgotten one can be collected. Its reads check whether the
            // client was disposed.
            exchange.Deadline.Dispose();
            T value = result.Wrap(new ResponseStream(stream, exchange));
            exchange.HandOver();
            return value;
        }

        return await ReadWholeAsync(stream, result, rival, exchange).ConfigureAwait(false);
    }

    /// <summary>Rejects a body that is still compressed, since its bytes are meaningless to a reader.</summary>
    public static void RequireDecoded(Exchange exchange)
    {
        HttpResponseMessage response = exchange.Response!;
        if (IsCoded(response.Content.Headers, "Content-Encoding") || IsCoded(response.Headers, "Transfer-Encoding"))
        {
            throw ResponseFailures.Content(
                exchange, new PayloadException("The body is still compressed, since the handler does not decompress it."), default);
        }
    }

    /// <summary>
    /// Returns whether a header names a coding that .NET has not decoded. The header is read as text, since .NET leaves out codings that it
    /// cannot parse, such as <c>gzip;q=1</c>.
    /// </summary>
    private static bool IsCoded(HttpHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out HeaderStringValues codings)
            && codings.ToString() is not "chunked" and var text
            && Array.Exists(text.Split(','), static coding => coding.Trim() is { Length: > 0 } trimmed
                && !trimmed.Equals("identity", StringComparison.OrdinalIgnoreCase)
                && !trimmed.Equals("chunked", StringComparison.OrdinalIgnoreCase));

    private static async ValueTask<T> ReadWholeAsync<T>(Stream stream, ApiResult<T> result, ApiErrorBody? rival, Exchange exchange)
    {
        HttpResponseMessage response = exchange.Response!;
        CallPlan plan = exchange.Plan;
        if (DeclaredLength(response) > plan.MaxResponseContentLength)
        {
            throw ResponseFailures.TooLarge(exchange);
        }

        using ResponseBytes body = await ReadBodyAsync(stream, exchange).ConfigureAwait(false) ?? throw ResponseFailures.TooLarge(exchange);

        // The response is read first, since a server may wait for that before it reads the rest of the body.
        await exchange.EnsureSentAsync(exchange.Deadline.Token).ConfigureAwait(false);
        ReadOnlyMemory<byte> bytes = SaysNull(result, response, plan) ? _null : body.Memory;
        var payload = new ResponsePayload(bytes, MediaType.Of(response), plan.Client.MaxJsonDepth, plan.Client.StrictReading);
        if (rival is not null && UnlistedSuccess.IsError(result, rival, payload))
        {
            throw ResponseFailures.Status(exchange, body.Memory);
        }

        try
        {
            return !IsLabelled(result, response, body) ? MislabelledJson.Read(result, payload)
                : result is { Body: ResultBody.Json, ContentType: MediaType.Any } ? TextJson.Read(result, payload, mayBeStructure: true)
                : result.Read(payload);
        }
        catch (PayloadException exception)
        {
            throw ResponseFailures.Content(exchange, exception, body.Memory);
        }
    }

    private static async ValueTask<ResponseBytes?> ReadBodyAsync(Stream stream, Exchange exchange)
    {
        try
        {
            return await ResponseBytes.ReadAsync(stream, exchange.Plan.MaxResponseContentLength, exchange.Deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            throw ResponseFailures.BrokenCompression(exchange, exception);
        }
        catch (Exception exception) when (BodyFailure.IsForeign(exception))
        {
            throw BodyFailure.From(exception);
        }
    }

    /// <summary>
    /// Returns whether the server intentionally sent no body where JSON was expected. An action of ASP.NET Core that returns
    /// null responds with 204.
    /// </summary>
    private static bool SaysNull<T>(ApiResult<T> result, HttpResponseMessage response, CallPlan plan) =>
        response.StatusCode == HttpStatusCode.NoContent && result.Body == ResultBody.Json && !plan.Client.StrictReading;

    /// <summary>Returns the length in the headers, or null. .NET would also compute that of a content in memory, which is not worth it.</summary>
    private static long? DeclaredLength(HttpResponseMessage response)
        => response.Content.Headers.NonValidated.TryGetValues("Content-Length", out HeaderStringValues text)
            && long.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out long length)
                ? length
                : null;

    private static bool IsLabelled<T>(ApiResult<T> result, HttpResponseMessage response, ResponseBytes body)
    {
        string? mediaType = MediaType.Of(response)?.MediaType;
        return result.Body != ResultBody.Json
            || mediaType is null
            || (body.Memory.IsEmpty && !MediaType.IsPlainText(mediaType))
            || MediaType.IsJson(mediaType)
            || (result.ContentType is { } filter && MediaType.Matches(mediaType, filter));
    }
}
