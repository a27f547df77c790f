using System.Globalization;
using System.Net.Http.Headers;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Retries;

/// <summary>Reads the <c>Retry-After</c> header, a number of seconds or a date, independently of the culture.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365);

    /// <summary>Returns how long to wait, at least zero, or null if the header is absent or not valid.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        // Several headers are joined with a comma, so that they are neither a number nor a date.
        string text = headers.NonValidated.TryGetValues("Retry-After", out HeaderStringValues values) ? values.ToString().Trim() : "";
        if (text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            double seconds = double.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds(Math.Min(seconds, _longest.TotalSeconds));
        }

        if (!HttpDate.TryParse(text, out DateTimeOffset date))
        {
            return null;
        }

        // If the response contains the time of the server, it is used, so that a wrong local clock does not change the delay.
        TimeSpan wait = date - (headers.Date ?? now);
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, _longest.Ticks));
    }
}
