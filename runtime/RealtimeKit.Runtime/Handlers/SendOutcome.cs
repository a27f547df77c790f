namespace RealtimeKit.Runtime.Handlers;

/// <summary>How a request ended: with a response or with an exception.</summary>
internal readonly record struct SendOutcome(HttpResponseMessage? Response, Exception? Exception);
