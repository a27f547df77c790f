namespace RealtimeKit.Runtime.Handlers;

/// <summary>How a request ended: with an answer's headers or an exception.</summary>
internal readonly record struct SendOutcome(HttpResponseMessage? Response, Exception? Exception);
