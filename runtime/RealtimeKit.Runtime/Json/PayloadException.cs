namespace RealtimeKit.Runtime.Json;

/// <summary>
/// The exception for a body that its reader does not accept. The transport converts it to a public exception with the details of the call.
/// </summary>
internal sealed class PayloadException(string message, string? jsonPath = null, Exception? innerException = null)
    : Exception(message, innerException)
{
    public string? JsonPath { get; } = jsonPath;
}
