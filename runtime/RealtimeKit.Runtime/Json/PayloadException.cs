namespace RealtimeKit.Runtime.Json;

/// <summary>A body is not what its reader expects; the transport adds what it knows of the call and tells the caller.</summary>
internal sealed class PayloadException(string message, string? jsonPath = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public string? JsonPath { get; } = jsonPath;
}
