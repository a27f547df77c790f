using System.Globalization;
using System.Net.Http.Headers;

namespace RealtimeKit.Runtime.Retries;

/// <summary>Reads <c>Retry-After</c>: seconds or a date, by no culture's rules.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365);

    /// <summary>How long to wait, not negative, or null where the server does not say or not in a way that means anything.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        // Several of them are joined by a comma, and then no number and no date.
        string text = headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values) ? values.ToString().Trim() : "";
        if (text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            double seconds = double.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds(Math.Min(seconds, _longest.TotalSeconds));
        }

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date))
        {
            return null;
        }

        // The server's own clock, where it shows it, so that a wrong clock here neither hurries nor delays.
        TimeSpan wait = date - (headers.Date ?? now);
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, _longest.Ticks));
    }
}
