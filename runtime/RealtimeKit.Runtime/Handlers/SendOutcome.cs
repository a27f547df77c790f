namespace RealtimeKit.Runtime.Handlers;

/// <summary>How a request ended: with a response or with an exception.</summary>
/// <param name="Response">The response, or null.</param>
/// <param name="Exception">The exception, or null.</param>
/// <param name="IsCancelled">True if whoever sent the request cancelled it. The stream of an upload may throw the same exception by itself.</param>
internal readonly record struct SendOutcome(HttpResponseMessage? Response, Exception? Exception, bool IsCancelled = false);
