using NSwag;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>The URL template of a server.</summary>
internal static class ServerTemplate
{
    private const string AfterScheme = "://";

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
    public static bool HasUser(OpenApiServer server) => HasUser(server.Url);

    /// <summary>Returns whether a URL contains a user name or password.</summary>
    public static bool HasUser(string url) => UserOf(url).Length > 0;

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

    /// <summary>Returns whether a URL is one of http or https, has a host and no scheme, or is a path, and was not meant as another.</summary>
    public static bool IsAddress(string url) =>
        url.IndexOfAny(['{', '?', '#']) < 0
        && url.All(static c => c is > ' ' and not '\u007F')
        && !HasUser(url)
        && ServerSlips.Meant(url) is null
        && (LacksScheme(url) ? IsAbsolute("https:" + url)
            : SchemeOf(url) is null ? Uri.TryCreate(url, UriKind.Relative, out _)
            : IsAbsolute(url));

    /// <summary>
    /// Returns the scheme of a URL in lower case, or null. <see cref="Uri"/> has different schemes for a path on different platforms.
    /// </summary>
    public static string? SchemeOf(string url)
    {
        string start = url.Split('/')[0];
        int colon = start.IndexOf(':');
        return colon > 0 && char.IsLetter(start[0]) && start.Substring(0, colon).All(static c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.')
            ? start.Substring(0, colon).ToLowerInvariant()
            : null;
    }

    /// <summary>Returns whether a URL has a host and no scheme (<c>//api.example.com</c>).</summary>
    public static bool LacksScheme(string url) => url.StartsWith("//", StringComparison.Ordinal);

    public static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";

    /// <summary>Returns where the user name and password of a URL are, with the <c>@</c> behind them.</summary>
    private static (int Start, int Length) UserOf(string url)
    {
        int scheme = url.IndexOf(AfterScheme, StringComparison.Ordinal);
        int start = scheme >= 0 ? scheme + AfterScheme.Length : LacksScheme(url) ? "//".Length : -1;
        int end = start < 0 ? -1 : url.IndexOfAny(['/', '?', '#'], start);
        int at = start < 0 ? -1 : url.Substring(0, end < 0 ? url.Length : end).LastIndexOf('@');
        return at < 0 || at < start ? (0, 0) : (start, at + 1 - start);
    }
}
