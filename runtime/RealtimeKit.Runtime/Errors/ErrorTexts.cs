using RealtimeKit.Runtime.Redaction;

namespace RealtimeKit.Runtime.Errors;

/// <summary>The errors in the body of a response, as text.</summary>
/// <param name="Summary">All errors on one line, for the message of the exception. Empty if there are none.</param>
/// <param name="Errors">The errors one by one.</param>
internal sealed record ErrorTexts(string Summary, IReadOnlyList<ApiError> Errors)
{
    private const int LongestPlainText = 300;

    public static ErrorTexts None { get; } = new("", []);

    public bool IsEmpty => Summary.Length == 0 && Errors.Count == 0;

    /// <summary>Uses a short plain text as the message. A longer text is ignored, since it is usually a page or a stack trace.</summary>
    public static ErrorTexts OfPlainText(string text)
        => text.Trim() is { Length: > 0 and <= LongestPlainText } message ? new ErrorTexts(message, [new ApiError(null, message)]) : None;

    /// <summary>Returns the texts without secrets.</summary>
    public ErrorTexts Redacted(IReadOnlyList<string> secrets) => new(
        Redactor.Message(Summary, secrets),
        [.. Errors.Select(error => new ApiError(error.Code is null ? null : Redactor.Message(error.Code, secrets), Redactor.Message(error.Message, secrets)))]);
}
