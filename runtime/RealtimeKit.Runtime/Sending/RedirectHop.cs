namespace RealtimeKit.Runtime.Sending;

/// <summary>One request of an attempt: the first, or one after a redirect.</summary>
/// <param name="Target">The URL, without credentials.</param>
/// <param name="Method">The method.</param>
/// <param name="SendsBody">True if the body of the call is sent.</param>
/// <param name="HasCrossed">True if any redirect so far led to another origin. Then no credential, extra header or body is sent.</param>
internal readonly record struct RedirectHop(Uri Target, HttpMethod Method, bool SendsBody, bool HasCrossed);
