namespace RealtimeKit.Runtime.Sending;

/// <summary>One request of an attempt: the first, or one a redirect led to.</summary>
/// <param name="Target">The URL, without credentials.</param>
/// <param name="Method">The method.</param>
/// <param name="SendsBody">Whether the call's body goes with it.</param>
/// <param name="HasCrossed">Whether any hop so far left the origin of the one before; then nothing of the caller's goes with it.</param>
internal sealed record RedirectHop(Uri Target, HttpMethod Method, bool SendsBody, bool HasCrossed);
