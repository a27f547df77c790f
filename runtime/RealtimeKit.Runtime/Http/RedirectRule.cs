using System.Net;

namespace RealtimeKit.Runtime.Http;

/// <summary>Where a redirect leads, and what may go there.</summary>
internal static class RedirectRule
{
    /// <summary>The next hop, or null where the answer is no redirect or one that is not followed.</summary>
    public static RedirectHop? Next(RedirectHop current, HttpResponseMessage response, bool hasBody)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || response.Headers.Location is not { } location)
        {
            return null;
        }

        Uri target = new(current.Target, location);
        if (target.Scheme is not ("http" or "https") || target.UserInfo.Length > 0)
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

        // A body would have to cross with a method that means nothing without it: better the redirect as the answer.
        if (hasCrossed && !becomesGet && hasBody && current.SendsBody)
        {
            return null;
        }

        return new RedirectHop(target, becomesGet ? HttpMethod.Get : current.Method, current.SendsBody && !becomesGet, hasCrossed);
    }
}
