using System.ComponentModel;
using RealtimeKit.Runtime.Operations;

namespace RealtimeKit.Runtime.Wire;

/// <summary>What is the same for all calls of an operation.</summary>
/// <typeparam name="T">The result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiOperation<T>
{
    /// <summary>The operation's id in the document.</summary>
    public required string OperationId { get; init; }

    /// <summary>The method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path with its parameters unnamed by value: the only path that is told to anybody.</summary>
    public required string PathTemplate { get; init; }

    /// <summary>Whether a call may be repeated after it may have reached the server.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Null: whatever credential there is; empty: none; else alternatives, each a set of scheme names.</summary>
    public string[][]? Security { get; init; }

    /// <summary>The successes, most specific first.</summary>
    public required ApiResult<T>[] Results { get; init; }

    /// <summary>The errors whose body the document types, most specific first.</summary>
    public ApiErrorBody[] Errors { get; init; } = [];

    /// <summary>The media types that are asked for; null for those that the results understand.</summary>
    public string? Accept { get; init; }

    private OperationFacts? _facts;

    internal OperationFacts Facts => _facts ??= new(OperationId, Method, PathTemplate, IsIdempotent, Security, Errors, Accept ?? AcceptOf(Results));

    /// <summary>The success case for a status and media type: exact, then class, then default; a success that the document does not list is read as the first case.</summary>
    internal ApiResult<T>? ResultFor(int status, string? mediaType)
        => Find(static (pattern, code) => pattern.IsExact && pattern.Matches(code), status, mediaType)
            ?? Find(static (pattern, code) => pattern.IsClass && pattern.Matches(code), status, mediaType)
            ?? (status is >= 200 and < 300
                ? Find(static (pattern, _) => pattern.IsDefault, status, mediaType) ?? Find(static (_, _) => true, status, mediaType)
                : null);

    /// <summary>
    /// The error body that the default describes, where a success came that the document does not list: the default may
    /// describe that one too.
    /// </summary>
    internal ApiErrorBody? RivalFor(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        return status is >= 200 and < 300 && !Array.Exists(Results, result => result.Status.Matches(status))
            ? Array.Find(Errors, static error => error.Status.IsDefault && error.IsJson)
            : null;
    }

    internal ApiResult<T>? ResultFor(HttpResponseMessage response)
        => ResultFor((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType);

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
