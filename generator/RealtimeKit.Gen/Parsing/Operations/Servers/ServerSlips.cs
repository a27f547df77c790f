namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>
/// Finds the URL that the author of a server probably meant. By the rules of URLs, a host without a scheme and a scheme without its slashes are
/// a path or another scheme.
/// </summary>
internal static class ServerSlips
{
    /// <summary>The last labels of hosts that have two labels.</summary>
    private static readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase) { "com", "org", "net", "io", "dev", "example" };

    /// <summary>Returns the URL that was probably meant, or null if it is the one that is written.</summary>
    public static string? Meant(string url) =>
        url.StartsWith("///", StringComparison.Ordinal) ? "/" + url.TrimStart('/')
        : LacksSlashes(url) is { } scheme ? scheme + "://" + url.Substring(scheme.Length).TrimStart(':', '/')
        : LacksScheme(url) ? $"{SchemeFor(url)}://{url}"
        : null;

    /// <summary>Returns whether a URL begins with a host, or a host and a port, because its scheme was forgotten.</summary>
    public static bool LacksScheme(string url)
    {
        string[] parts = url.Split('/')[0].Split(':');
        string[] labels = parts[0].Split('.');
        bool hasPort = parts.Length == 2 && parts[1].Length > 0 && parts[1].All(char.IsDigit);
        return (hasPort || parts.Length == 1)
            && Array.TrueForAll(labels, static label => label.Length > 0 && label.All(static c => char.IsLetterOrDigit(c) || c == '-'))
            && (IsNumeric(labels)
                || (labels[labels.Length - 1].All(char.IsLetter)
                    && (hasPort || labels.Length > 2 || (labels.Length == 2 && _domains.Contains(labels[1])))));
    }

    /// <summary>Returns the scheme that is used for a host without one. A computer of the developer rarely has a certificate.</summary>
    public static string SchemeFor(string url) =>
        url.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || IsNumeric(url.Split('/', ':')[0].Split('.')) ? "http" : "https";

    /// <summary>Returns the scheme of a URL that does not have <c>://</c> behind it (<c>https:/a.example</c>, <c>http//a.example</c>), or null.</summary>
    private static string? LacksSlashes(string url)
    {
        string? scheme = Array.Find(["https", "http"], scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        string rest = scheme is null ? "" : url.Substring(scheme.Length);
        bool lacks = rest.StartsWith("//", StringComparison.Ordinal)
            || (rest.StartsWith(":", StringComparison.Ordinal) && !rest.StartsWith("://", StringComparison.Ordinal));
        return lacks && rest.Trim(':', '/').Length > 0 && !LacksScheme(url) ? scheme : null;
    }

    /// <summary>Returns whether labels are the four numbers of an address.</summary>
    private static bool IsNumeric(string[] labels) => labels.Length == 4
        && Array.TrueForAll(labels, static label => label.Length is > 0 and <= 3 && label.All(static c => c is >= '0' and <= '9'));
}
