using System.ComponentModel;
using RealtimeKit.Runtime.Operations;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>An operation of an API description, with everything that is the same for all its calls.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation<T>
{
    /// <summary>Gets the operation's id in the API description.</summary>
    public required string OperationId { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>Gets the path template, the only form of the path that is logged.</summary>
    public required string PathTemplate { get; init; }

    /// <summary>Gets whether a call may be retried although the server may have received it.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>
    /// Gets the alternatives of required security schemes, each a set of names. Empty if no credential is sent; null if any
    /// credential is sent.
    /// </summary>
    public string[][]? Security { get; init; }

    /// <summary>Gets the success responses, the most specific first.</summary>
    public required ApiResult<T>[] Results { get; init; }

    /// <summary>Gets the error responses whose body has a type, the most specific first.</summary>
    public ApiErrorBody[] Errors { get; init; } = [];

    /// <summary>Gets the names of the properties of the results that are secrets although their names, such as <c>message</c>, describe errors.</summary>
    public string[] SecretNames { get; init; } = [];

    /// <summary>Gets the media types that are requested, or null for those of the results.</summary>
    public string? Accept { get; init; }

    private OperationFacts? _facts;

    internal OperationFacts Facts => _facts ??= CreateFacts();

    /// <summary>
    /// Finds the success response for a status and media type: first by the exact status, then by its class, then the default.
    /// A success status that is not in the API description is read as the first one.
    /// </summary>
    internal ApiResult<T>? ResultFor(int status, string? mediaType)
        => Find(static (pattern, code) => pattern.IsExact && pattern.Matches(code), status, mediaType)
            ?? Find(static (pattern, code) => pattern.IsClass && pattern.Matches(code), status, mediaType)
            ?? (status is >= 200 and < 300
                ? Find(static (pattern, _) => pattern.IsDefault, status, mediaType) ?? Find(static (_, _) => true, status, mediaType)
                : null);

    /// <summary>
    /// Returns the error of the default response for a success status that is not in the API description, since the default may
    /// describe it too.
    /// </summary>
    internal ApiErrorBody? RivalFor(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        return status is >= 200 and < 300 && !IsListed(status)
            ? Array.Find(Errors, static error => error.Status.IsDefault && error.IsJson)
            : null;
    }

    internal ApiResult<T>? ResultFor(HttpResponseMessage response)
        => ResultFor((int)response.StatusCode, MediaType.Of(response)?.MediaType);

    private OperationFacts CreateFacts()
    {
        string? accept = Accept ?? AcceptOf(Results);
        if (accept is not null)
        {
            HeaderText.RequireValue("Accept", accept, nameof(Accept));
            HeaderText.RequireAccepted("Accept", accept, nameof(Accept));
        }

        return new(OperationId, Method, PathTemplate, IsIdempotent, Security, Errors, SecretNames, accept);
    }

    private bool IsListed(int status)
    {
        foreach (ApiResult<T> result in Results)
        {
            if (result.Status.Matches(status))
            {
                return true;
            }
        }

        return false;
    }

    private ApiResult<T>? Find(Func<StatusPattern, int, bool> applies, int status, string? mediaType)
    {
        ApiResult<T>? first = null;
        foreach (ApiResult<T> result in Results)
        {
            if (!applies(result.Status, status))
            {
                continue;
            }

            if (result.ContentType is { } filter ? MediaType.Matches(mediaType, filter) : MediaType.IsPlausible(mediaType, result.Body))
            {
                return result;
            }

            first ??= result;
        }

        return first;
    }

    private static string? AcceptOf(ApiResult<T>[] results)
    {
        var types = results
            .Select(static result => result.ContentType ?? result.Body switch
            {
                ResultBody.Json => "application/json",
                ResultBody.None => null,
                _ => "*/*",
            })
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        return types.Length == 0 ? null : string.Join(", ", types);
    }
}
