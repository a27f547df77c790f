namespace RealtimeKit.Runtime;

/// <summary>A credential could not be had, or may not be sent; no request was made.</summary>
public sealed class ApiCredentialException : ApiException
{
    /// <summary>Says why.</summary>
    public ApiCredentialException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
