using NSwag;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>The URL template of a server.</summary>
internal static class ServerTemplate
{
    private const string AfterScheme = "://";

    /// <summary>The last labels of hosts that have two labels.</summary>
    private static readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase) { "com", "org", "net", "io", "dev", "example" };

    /// <summary>Returns the template as a base address, ending with a slash. It contains nothing that a base address cannot have.</summary>
    public static string Of(OpenApiServer server)
    {
        string url = server.Url.Substring(0, server.Url.Length - QueryOf(server).Length);
        (int start, int length) = UserOf(url);
        return url.Remove(start, length).Trim().TrimEnd('/') + "/";
    }

    /// <summary>Returns the query and the fragment of the URL, or an empty string.</summary>
    public static string QueryOf(OpenApiServer server) =>
        server.Url.IndexOfAny(['?', '#']) is >= 0 and var query ? server.Url.Substring(query) : "";

    /// <summary>Returns whether the URL contains a user name or password.</summary>
    public static bool HasUser(OpenApiServer server) => UserOf(server.Url).Length > 0;

    /// <summary>Returns the URL with the defaults of its variables.</summary>
    /// <param name="otherwise">The value of a variable without a default.</param>
    public static string Filled(OpenApiServer server, string otherwise) => server.Variables
        .OrderBy(static variable => variable.Key, StringComparer.Ordinal)
        .Aggregate(Of(server), (url, variable) => url.Replace("{" + variable.Key + "}", variable.Value.Default ?? otherwise))
        .TrimEnd('/') + "/";

    /// <summary>Returns the first variable without a value, in the order of the URL, or null.</summary>
    public static string? Valueless(OpenApiServer server) => server.Variables
        .Where(variable => variable.Value.Default is null && Of(server).Contains("{" + variable.Key + "}"))
        .OrderBy(variable => Of(server).IndexOf("{" + variable.Key + "}", StringComparison.Ordinal))
        .Select(static variable => variable.Key)
        .FirstOrDefault();

    /// <summary>Returns the variables whose default is not one of their allowed values.</summary>
    public static IEnumerable<string> DefaultsOutside(OpenApiServer server) => server.Variables
        .Where(static variable => !HasValues(variable.Value) && variable.Value.Enum.Count > 0)
        .Select(static variable => variable.Key)
        .OrderBy(static variable => variable, StringComparer.Ordinal);

    /// <summary>
    /// Returns whether the list of allowed values applies. It does not if the default is not among them, because the default is
    /// sent unless the caller sets a value.
    /// </summary>
    public static bool HasValues(OpenApiServerVariable variable) =>
        variable.Enum.Count > 0 && (variable.Default is not { } @default || variable.Enum.Contains(@default, StringComparer.Ordinal));

    public static bool IsAddress(string url) =>
        url.IndexOfAny(['{', '?', '#']) < 0
        && url.All(static c => c is > ' ' and not '\u007F')
        && (LacksScheme(url) ? url["//".Length] != '/' && IsAbsolute("https:" + url)
            : !IsHost(url)
                && Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? address)
                && (!address.IsAbsoluteUri || address.Scheme is "http" or "https"));

    /// <summary>Returns whether a URL has a host and no scheme (<c>//api.example.com</c>).</summary>
    public static bool LacksScheme(string url) => url.StartsWith("//", StringComparison.Ordinal);

    /// <summary>
    /// Returns whether a URL begins with a host, or a host and a port, because its scheme was forgotten. By the rules of URLs, it is a path or
    /// has another scheme.
    /// </summary>
    public static bool IsHost(string url)
    {
        string[] parts = url.Split('/')[0].Split(':');
        string[] labels = parts[0].Split('.');
        bool hasPort = parts.Length == 2 && parts[1].Length > 0 && parts[1].All(char.IsDigit);
        return (hasPort || parts.Length == 1)
            && Array.TrueForAll(labels, static label => label.Length > 0 && label.All(static c => char.IsLetterOrDigit(c) || c == '-'))
            && labels[labels.Length - 1].All(char.IsLetter)
            && (hasPort || labels.Length > 2 || (labels.Length == 2 && _domains.Contains(labels[1])));
    }

    public static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";

    /// <summary>Returns where the user name and password of a URL are, with the <c>@</c> behind them.</summary>
    private static (int Start, int Length) UserOf(string url)
    {
        int start = url.IndexOf(AfterScheme, StringComparison.Ordinal) + AfterScheme.Length;
        int end = start < AfterScheme.Length ? start : url.IndexOfAny(['/', '?', '#'], start);
        int at = start < AfterScheme.Length ? -1 : url.Substring(0, end < 0 ? url.Length : end).LastIndexOf('@');
        return at < start ? (0, 0) : (start, at + 1 - start);
    }
}
