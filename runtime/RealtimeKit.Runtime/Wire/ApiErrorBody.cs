using System.ComponentModel;
using System.Net;

namespace RealtimeKit.Runtime.Wire;

/// <summary>An error case whose body the document types.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiErrorBody
{
    private protected ApiErrorBody(StatusPattern status, string? contentType)
    {
        Status = status;
        ContentType = contentType;
    }

    internal StatusPattern Status { get; }

    internal string? ContentType { get; }

    /// <summary>A JSON body, which gives an <see cref="ApiStatusException{TError}"/>.</summary>
    public static ApiErrorBody Json<TError>(string status, JsonRead<TError> read, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new JsonErrorBody<TError>(StatusPattern.Parse(status), contentType, read);
    }

    /// <summary>Text, which gives an <see cref="ApiStatusException{TError}"/> of <see cref="string"/>.</summary>
    public static ApiErrorBody Text(string status, string? contentType = null) => new TextErrorBody(StatusPattern.Parse(status), contentType ?? "*/*");

    /// <summary>Reads the body; a <see cref="PayloadException"/> where it is not what the document says.</summary>
    internal abstract ApiStatusException Read(in ResponsePayload payload, HttpStatusCode status, IReadOnlyList<ApiError> errors, string message);
}
