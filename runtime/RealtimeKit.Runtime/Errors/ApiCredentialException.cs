namespace RealtimeKit.Runtime;

/// <summary>The exception for a credential that could not be obtained or may not be sent. No request was sent.</summary>
public sealed class ApiCredentialException : ApiException
{
    /// <summary>Initializes a new instance.</summary>
    public ApiCredentialException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
