using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Operations;

/// <summary>Compares media types without their parameters.</summary>
internal static class MediaType
{
    /// <summary>The range that contains every media type.</summary>
    public const string Any = "*/*";

    private static readonly MediaTypeHeaderValue _json = new("application/json");
    private static readonly MediaTypeHeaderValue _utf8Json = new("application/json", "utf-8");

    /// <summary>Returns the media type of a response, or null. The most common ones are not parsed each time. The result must not be changed.</summary>
    public static MediaTypeHeaderValue? Of(HttpResponseMessage response)
    {
        HttpContentHeaders headers = response.Content.Headers;
        return !headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues text) ? null
            : text.ToString() switch
            {
                "application/json" => _json,
                "application/json; charset=utf-8" => _utf8Json,
                _ => headers.ContentType,
            };
    }

    public static bool IsJson(string mediaType)
        => mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    public static bool IsPlainText(string? mediaType) => "text/plain".Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether a media type matches a filter, exactly or by <c>type/*</c>.</summary>
    public static bool Matches(string? mediaType, string filter)
    {
        int parameters = filter.IndexOf(';', StringComparison.Ordinal);
        ReadOnlySpan<char> wanted = (parameters < 0 ? filter : filter[..parameters]).AsSpan().Trim();
        if (mediaType is null)
        {
            return false;
        }

        return wanted is Any
            || wanted.Equals(mediaType, StringComparison.OrdinalIgnoreCase)
            || (wanted.EndsWith("/*") && mediaType.AsSpan().StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Returns whether a body of this media type is accepted if the API description gives no media type.</summary>
    public static bool IsPlausible(string? mediaType, ResultBody body) => body switch
    {
        ResultBody.Json => mediaType is not null && IsJson(mediaType),
        ResultBody.None => mediaType is null,
        _ => true,
    };
}
