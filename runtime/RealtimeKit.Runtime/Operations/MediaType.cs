namespace RealtimeKit.Runtime.Operations;

/// <summary>Compares media types without their parameters.</summary>
internal static class MediaType
{
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

        return wanted is "*/*"
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
