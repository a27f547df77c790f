namespace RealtimeKit.Gen.Reading.Formats;

/// <summary>
/// Recognizes files that are not OpenAPI documents although they have the name of one: the result of a failed download, of a
/// clone without large files, or of another text encoding. Otherwise the reader would only report an invalid character.
/// </summary>
internal static class ForeignContent
{
    /// <summary>The number of characters that are searched for an HTML tag.</summary>
    private const int Head = 1024;

    /// <param name="start">The position of the first character that is not blank.</param>
    /// <returns>A description of the content with a remedy, or null if it may be a document.</returns>
    public static string? Recognize(string text, int start)
    {
        if (text[start] == '\u001f' && start + 1 < text.Length && text[start + 1] is '\u008b' or '\u2039' or '\ufffd')
        {
            return "This is a compressed file (gzip), not an OpenAPI document; extract it and use the document in it";
        }

        if (StartsWith(text, start, "PK\u0003\u0004"))
        {
            return "This is a ZIP archive, not an OpenAPI document; extract it and use the document in it";
        }

        if (StartsWith(text, start, "%PDF-"))
        {
            return "This is a PDF file, not an OpenAPI document";
        }

        if (IsEverySecondNul(text, 0) || IsEverySecondNul(text, 1))
        {
            return "This is not UTF-8 text: it is UTF-16 or UTF-32 without a byte order mark, or binary; save it as UTF-8";
        }

        if (StartsWith(text, start, "version https://git-lfs.github.com/spec/"))
        {
            return "This is a Git LFS pointer, not the OpenAPI document itself; run 'git lfs pull', on a build server too";
        }

        return OfMarkup(text, start) ?? OfFailedDownload(text, start);
    }

    private static bool IsEverySecondNul(string text, int first) =>
        text.Length >= 6 && text[first] == '\0' && text[first + 2] == '\0' && text[first + 4] == '\0';

    private static string? OfMarkup(string text, int start)
    {
        char next = start + 1 < text.Length ? text[start + 1] : '\0';
        if (text[start] != '<' || !(next is '!' or '?' || (next is >= 'a' and <= 'z') || (next is >= 'A' and <= 'Z')))
        {
            return null;
        }

        bool isHtml = text.IndexOf("<html", start, Math.Min(text.Length - start, Head), StringComparison.OrdinalIgnoreCase) >= 0
            || StartsWith(text, start, "<!DOCTYPE html");
        return isHtml
            ? "This is an HTML page, not an OpenAPI document; the URL may require a login, or may be that of a documentation page"
            : "This is XML, not an OpenAPI document in YAML or JSON";
    }

    /// <summary>Returns whether the text is the body of an HTTP error: "404: Not Found".</summary>
    private static string? OfFailedDownload(string text, int start)
    {
        int end = text.IndexOfAny(['\r', '\n'], start);
        string line = text.Substring(start, (end < 0 ? text.Length : end) - start);
        bool isStatus = line.Length is > 5 and < 80
            && line[0] is '4' or '5'
            && char.IsDigit(line[1])
            && char.IsDigit(line[2])
            && line[3] is ':' or ' '
            && line.Skip(4).All(static c => c is ' ' || char.IsLetter(c));
        return isStatus && text.Substring(start + line.Length).Trim().Length == 0
            ? $"This is a server's message ('{line}'), not an OpenAPI document; the download failed"
            : null;
    }

    private static bool StartsWith(string text, int start, string prefix) =>
        string.Compare(text, start, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
