namespace RealtimeKit.Runtime.Calls;

/// <summary>The result of a call: the value of a success, or the error of an error status.</summary>
/// <param name="Value">The value of a success.</param>
/// <param name="Error">The error, or null for a success.</param>
/// <param name="Response">The response of a success, whose headers can still be read.</param>
/// <param name="Attempts">The number of requests that were sent.</param>
internal readonly record struct CallResult<T>(T Value, ApiStatusException? Error, HttpResponseMessage? Response, int Attempts);
