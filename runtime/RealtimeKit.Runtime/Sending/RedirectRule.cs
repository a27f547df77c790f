using System.Net;
using RealtimeKit.Runtime.Addresses;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Where a redirect leads, and what may go there.</summary>
internal static class RedirectRule
{
    /// <summary>The next hop, or null where the response is no redirect or one that is not followed.</summary>
    /// <param name="current">The hop that the response belongs to.</param>
    /// <param name="response">The response.</param>
    /// <param name="hasBody">Whether the call has a body with bytes in it.</param>
    /// <param name="canSendBody">Whether that body can be sent once more.</param>
    public static RedirectHop? Next(RedirectHop current, HttpResponseMessage response, bool hasBody, bool canSendBody)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || response.Headers.Location is not { } location)
        {
            return null;
        }

        // A malformed address is the response's fault, not the call's: the redirect is then the result.
        if (!Uri.TryCreate(current.Target, location, out Uri? target)
            || target.Scheme is not ("http" or "https")
            || target.UserInfo.Length > 0
            || !Origin.Exists(target))
        {
            return null;
        }

        Origin from = Origin.Of(current.Target);
        Origin to = Origin.Of(target);
        if (from.IsHttps && !to.IsHttps)
        {
            return null;
        }

        bool becomesGet = response.StatusCode == HttpStatusCode.SeeOther
            ? current.Method != HttpMethod.Head
            : response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found && current.Method == HttpMethod.Post;
        bool hasCrossed = current.HasCrossed || from != to;

        // The method means nothing without its body, which must not cross, or cannot be read again: the redirect is the result.
        if (!becomesGet && hasBody && current.SendsBody && (hasCrossed || !canSendBody))
        {
            return null;
        }

        return new RedirectHop(target, becomesGet ? HttpMethod.Get : current.Method, current.SendsBody && !becomesGet, hasCrossed);
    }
}
