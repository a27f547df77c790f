using System.Net;
using RealtimeKit.Runtime.Addresses;

namespace RealtimeKit.Runtime.Sending;

/// <summary>Decides whether a redirect is followed, and what is sent to the new address.</summary>
internal static class RedirectRule
{
    /// <summary>Returns the next request, or null if the response is not a redirect, or one that is not followed.</summary>
    /// <param name="current">The request that the response belongs to.</param>
    /// <param name="response">The response.</param>
    /// <param name="hasBody">True if the call has a body that is not empty.</param>
    /// <param name="canSendBody">True if the body can be sent again.</param>
    public static RedirectHop? Next(RedirectHop current, HttpResponseMessage response, bool hasBody, bool canSendBody)
    {
        if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
            || response.Headers.Location is not { } location)
        {
            return null;
        }

        // An address that is not valid is an error of the server. The result of the call is then the redirect itself.
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

        // The request would be meaningless without its body, which must not be sent to another origin, or cannot be sent again.
        // The redirect is the result.
        if (!becomesGet && hasBody && current.SendsBody && (hasCrossed || !canSendBody))
        {
            return null;
        }

        return new RedirectHop(target, becomesGet ? HttpMethod.Get : current.Method, current.SendsBody && !becomesGet, hasCrossed);
    }
}
