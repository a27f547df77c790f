using System.Globalization;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Http;

/// <summary>Reads <c>Retry-After</c>: seconds or a date, by no culture's rules.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365);

    /// <summary>How long to wait, not negative, or null where the server does not say or not in a way that means anything.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values) || values.Count != 1)
        {
            return null;
        }

        string text = values.ToString().Trim();
        if (text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seconds) && seconds < _longest.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : _longest;
        }

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            return null;
        }

        // The server's own clock, where it shows it, so that a wrong clock here neither hurries nor delays.
        TimeSpan wait = date - (headers.Date ?? now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > _longest ? _longest : wait;
    }
}
