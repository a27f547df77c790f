using System.ComponentModel;
using RealtimeKit.Runtime.Json;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Wire;

/// <summary>An error response whose body has a type in the API description.</summary>
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

    /// <summary>Creates an error with a JSON body.</summary>
    public static ApiErrorBody Json<TError>(string status, JsonRead<TError> read, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new JsonErrorBody<TError>(StatusPattern.Parse(status), contentType, read);
    }

    /// <summary>Creates an error with a text body, which is read as a <see cref="string"/>.</summary>
    public static ApiErrorBody Text(string status, string? contentType = null) => new TextErrorBody(StatusPattern.Parse(status), contentType ?? "*/*");

    /// <summary>Makes the body as a whole a secret, which no text of the exception shows.</summary>
    public ApiErrorBody AsSecret()
    {
        IsSecret = true;
        return this;
    }

    /// <summary>Makes the properties with these names secrets, at any depth of the body. No text of the exception shows their values.</summary>
    public ApiErrorBody AsSecret(params string[] names)
    {
        SecretNames = names;
        return this;
    }

    /// <summary>Gets whether the body as a whole is a secret.</summary>
    internal bool IsSecret { get; private set; }

    /// <summary>Gets the names of the properties that are secrets.</summary>
    internal string[] SecretNames { get; private set; } = [];

    /// <summary>Gets whether the body is read as JSON.</summary>
    internal abstract bool IsJson { get; }

    /// <summary>Reads the body. Throws a <see cref="PayloadException"/> if it differs from the API description.</summary>
    internal abstract object? Read(in ResponsePayload payload);

    /// <summary>
    /// Finds the error for a status and media type: first by the exact status, then by its class, then the default. If none has
    /// the media type, returns the first JSON error of the most specific status, since servers often send JSON with another
    /// media type.
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
