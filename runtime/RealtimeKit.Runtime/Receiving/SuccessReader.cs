using System.Net;
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
    public static async Task<T> ReadAsync<T>(ApiResult<T> result, ApiErrorBody? rival, Exchange exchange, CallPlan plan, FailureReader failures)
    {
        HttpResponseMessage response = exchange.Response!;
        if (result.Body == ResultBody.None && rival is null)
        {
            await exchange.EnsureSentAsync(exchange.Deadline.Token).ConfigureAwait(false);
            return result.Read(default);
        }

        RequireDecoded(exchange, failures);
        Stream stream = await BodyFailure.OpenAsync(response, exchange.Deadline.Token).ConfigureAwait(false);
        if (result.Body == ResultBody.Stream)
        {
            // There is no deadline from here on, since a download may take longer than any sensible limit for a call.
            // The stream is not registered anywhere, so that a forgotten one can be collected. Its reads check whether the
            // client was disposed.
            exchange.Deadline.Dispose();
            T value = result.Wrap(new ResponseStream(stream, exchange, failures, plan.Closing));
            exchange.HandOver(plan.Body);
            return value;
        }

        await using (stream.ConfigureAwait(false))
        {
            return await ReadWholeAsync(stream, result, rival, exchange, plan, failures).ConfigureAwait(false);
        }
    }

    /// <summary>Rejects a body that is still compressed, since its bytes are meaningless to a reader.</summary>
    public static void RequireDecoded(Exchange exchange, FailureReader failures)
    {
        if (exchange.Response!.Content.Headers.ContentEncoding.Any(static encoding => !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            throw failures.Responses.Content(
                exchange, new PayloadException("The body is still compressed, since the handler does not decompress it."), default);
        }
    }

    private static async Task<T> ReadWholeAsync<T>(
        Stream stream, ApiResult<T> result, ApiErrorBody? rival, Exchange exchange, CallPlan plan, FailureReader failures)
    {
        HttpResponseMessage response = exchange.Response!;
        if (response.Content.Headers.ContentLength > plan.MaxResponseContentLength)
        {
            throw failures.Responses.TooLarge(exchange);
        }

        using ResponseBytes body = await ReadBodyAsync(stream, exchange, plan, failures).ConfigureAwait(false)
            ?? throw failures.Responses.TooLarge(exchange);

        // The response is read first, since a server may wait for that before it reads the rest of the body.
        await exchange.EnsureSentAsync(exchange.Deadline.Token).ConfigureAwait(false);
        ReadOnlyMemory<byte> bytes = SaysNull(result, response, plan) ? _null : body.Memory;
        var payload = new ResponsePayload(bytes, response.Content.Headers.ContentType, plan.Client.MaxJsonDepth, plan.Client.StrictReading);
        if (rival is not null && UnlistedSuccess.IsError(result, rival, payload))
        {
            throw failures.Responses.Status(exchange, body.Memory);
        }

        try
        {
            return IsLabelled(result, response, body) ? result.Read(payload) : MislabelledJson.Read(result, payload);
        }
        catch (PayloadException exception)
        {
            throw failures.Responses.Content(exchange, exception, body.Memory);
        }
    }

    private static async Task<ResponseBytes?> ReadBodyAsync(Stream stream, Exchange exchange, CallPlan plan, FailureReader failures)
    {
        try
        {
            return await ResponseBytes.ReadAsync(stream, plan.MaxResponseContentLength, exchange.Deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
        {
            throw failures.Responses.BrokenCompression(exchange, exception);
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

    private static bool IsLabelled<T>(ApiResult<T> result, HttpResponseMessage response, ResponseBytes body)
    {
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        return result.Body != ResultBody.Json
            || mediaType is null
            || (body.Memory.IsEmpty && !MediaType.IsPlainText(mediaType))
            || MediaType.IsJson(mediaType)
            || (result.ContentType is { } filter && MediaType.Matches(mediaType, filter));
    }
}
