using RealtimeKit.Runtime.Redaction;

namespace RealtimeKit.Runtime.Errors;

/// <summary>What an error's body says in words.</summary>
/// <param name="Summary">All of it in one line for the exception's message; empty for nothing.</param>
/// <param name="Errors">The errors one by one.</param>
internal sealed record ErrorTexts(string Summary, IReadOnlyList<ApiError> Errors)
{
    private const int LongestPlainText = 300;

    public static ErrorTexts None { get; } = new("", []);

    public bool IsEmpty => Summary.Length == 0 && Errors.Count == 0;

    /// <summary>A short text that is its own message; nothing where it is longer, as pages and traces are.</summary>
    public static ErrorTexts OfPlainText(string text)
        => text.Trim() is { Length: > 0 and <= LongestPlainText } message ? new ErrorTexts(message, [new ApiError(null, message)]) : None;

    /// <summary>The same without secrets.</summary>
    public ErrorTexts Redacted(IReadOnlyList<string> secrets) => new(
        Redactor.Message(Summary, secrets),
        [.. Errors.Select(error => new ApiError(error.Code is null ? null : Redactor.Message(error.Code, secrets), Redactor.Message(error.Message, secrets)))]);
}
