using System.Net.Http.Headers;
using RealtimeKit.Runtime.Calls;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Receiving;

/// <summary>Decides how a response is split into items, and refuses one that cannot be split.</summary>
internal static class ItemFormats
{
    private const string EventStream = "text/event-stream";

    /// <summary>
    /// Returns the format of the response. If the API description describes only events, they are also recognized with another
    /// media type.
    /// </summary>
    public static ItemFormat Of(HttpResponseMessage response, CallPlan plan)
    {
        string? mediaType = response.Content.Headers.ContentType?.MediaType;
        bool isEvents = EventStream.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            || (!plan.Client.StrictReading && plan.Operation.Accept == EventStream && IsUnspecific(mediaType));
        return isEvents ? ItemFormat.Events
            : mediaType?.EndsWith("json-seq", StringComparison.OrdinalIgnoreCase) == true ? ItemFormat.Sequence
            : ItemFormat.Lines;
    }

    /// <summary>Checks that the response can be split into items of the result.</summary>
    /// <exception cref="ApiContentException">The response is something else, or its charset cannot be split.</exception>
    public static void Require(ItemFormat format, ResultBody body, Exchange exchange)
    {
        // Events are always in UTF-8 (HTML, server-sent events, §9.2.5).
        if (format == ItemFormat.Events)
        {
            return;
        }

        MediaTypeHeaderValue? contentType = MediaType.Of(exchange.Response!);
        if (body == ResultBody.Text && !IsUnspecific(contentType?.MediaType) && !WasAskedFor(contentType!.MediaType, exchange.Plan))
        {
            throw ResponseFailures.Content(exchange, new PayloadException("A sequence of texts was expected."), default);
        }

        RequireCharset(contentType, exchange);
    }

    private static void RequireCharset(MediaTypeHeaderValue? contentType, Exchange exchange)
    {
        try
        {
            if (!Charset.HasPlainLines(contentType))
            {
                throw new PayloadException("The lines of this charset cannot be found in its bytes.");
            }
        }
        catch (PayloadException exception)
        {
            throw ResponseFailures.Content(exchange, exception, default);
        }
    }

    /// <summary>Returns the declared media type if an item must be decoded, or null for UTF-8.</summary>
    public static MediaTypeHeaderValue? ToDecode(ItemFormat format, HttpResponseMessage response)
    {
        MediaTypeHeaderValue? contentType = MediaType.Of(response);
        return format == ItemFormat.Events || Charset.Of(contentType) is not { } charset || Charset.IsUtf8(charset) ? null : contentType;
    }

    private static bool IsUnspecific(string? mediaType)
        => mediaType is null || MediaType.IsPlainText(mediaType) || mediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether the request accepts the media type. Any text could be read as lines, even a page or an error.</summary>
    private static bool WasAskedFor(string? mediaType, CallPlan plan)
        => plan.Accept is not { } accept
            || Array.Exists(accept.Split(','), accepted => MediaType.Matches(mediaType, accepted));
}
