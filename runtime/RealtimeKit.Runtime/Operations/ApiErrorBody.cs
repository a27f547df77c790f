using System.ComponentModel;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;

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

    /// <summary>A JSON body.</summary>
    public static ApiErrorBody Json<TError>(string status, JsonRead<TError> read, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new JsonErrorBody<TError>(StatusPattern.Parse(status), contentType, read);
    }

    /// <summary>Text, which gives a <see cref="string"/>.</summary>
    public static ApiErrorBody Text(string status, string? contentType = null) => new TextErrorBody(StatusPattern.Parse(status), contentType ?? "*/*");

    /// <summary>Whether the body is read as JSON.</summary>
    internal abstract bool IsJson { get; }

    /// <summary>Reads the body; a <see cref="PayloadException"/> where it is not what the document says.</summary>
    internal abstract object? Read(in ResponsePayload payload);

    /// <summary>
    /// The case for a status and media type: an exact status, then a class, then the default. Where none has the media
    /// type, the first JSON case of the most specific status: servers often send JSON under another name.
    /// </summary>
    internal static ApiErrorBody? Find(ApiErrorBody[] errors, int status, string? mediaType, bool isStrict)
        => Find(errors, status, error => error.Fits(mediaType))
            ?? (isStrict ? null : Find(errors, status, static error => error.IsJson));

    private static ApiErrorBody? Find(ApiErrorBody[] errors, int status, Predicate<ApiErrorBody> fits)
        => Array.Find(errors, error => error.Status.IsExact && error.Status.Matches(status) && fits(error))
            ?? Array.Find(errors, error => error.Status.IsClass && error.Status.Matches(status) && fits(error))
            ?? Array.Find(errors, error => error.Status.IsDefault && fits(error));

    private bool Fits(string? mediaType)
        => ContentType is { } filter ? MediaType.Matches(mediaType, filter) : mediaType is null || MediaType.IsJson(mediaType);
}
