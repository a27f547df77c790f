namespace RealtimeKit.Gen.Parsing.Operations.Http;

/// <summary>Classifies the statuses of a document's responses: a status code, a range such as <c>4XX</c>, or <c>default</c>.</summary>
internal static class Statuses
{
    public const string Default = "default";

    /// <summary>The range of all successful statuses.</summary>
    public const string Success = "2XX";

    /// <summary>The status whose response a client with a current copy receives.</summary>
    private const string NotModified = "304";

    /// <summary>Returns the status in upper case, as ranges are written.</summary>
    public static string Normalize(string status) => status.Length == 3 ? status.ToUpperInvariant() : status;

    public static bool IsKnown(string status) =>
        status == Default || (status.Length == 3 && status[0] is >= '1' and <= '5' && (IsCode(status) || IsRange(status)));

    /// <summary>Returns the rank of a status when several describe one response: a code before a range, a range before <c>default</c>.</summary>
    public static int Rank(string status) => status == Default ? 2 : IsRange(status) ? 1 : 0;

    public static bool IsSuccess(string status) => status[0] == '2';

    /// <summary>Returns whether the status is of class 3, including 304.</summary>
    public static bool IsOfRedirection(string status) => status[0] == '3';

    /// <summary>Returns whether the status redirects the client. 304 does not: it says that the client's copy is current.</summary>
    public static bool IsRedirection(string status) => IsOfRedirection(status) && status != NotModified;

    /// <summary>
    /// Returns whether the status can be that of an error. <c>default</c> describes all statuses that are not listed, including
    /// errors.
    /// </summary>
    public static bool IsError(string status) => status == Default || status[0] is '4' or '5';

    /// <summary>
    /// Returns whether HTTP allows no body for the status, whatever the document says. Documents of ASP.NET Core list an action's
    /// media types for each of its statuses, including 204. A response to HEAD never has a body.
    /// </summary>
    public static bool HasNoBody(string method, string status) => method == "head" || IsOfRedirection(status) || status is "204" or "205";

    private static bool IsCode(string status) => char.IsDigit(status[1]) && char.IsDigit(status[2]);

    private static bool IsRange(string status) => status[1] == 'X' && status[2] == 'X';
}
