using NSwag;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>The URL template of a server.</summary>
internal static class ServerTemplate
{
    /// <summary>Returns the template as a base address, ending with a slash.</summary>
    public static string Of(OpenApiServer server)
    {
        string url = server.Url;
        int query = url.IndexOfAny(['?', '#']);
        return (query < 0 ? url : url.Substring(0, query)).Trim().TrimEnd('/') + "/";
    }

    /// <summary>Returns the URL with the defaults of its variables.</summary>
    /// <param name="otherwise">The value of a variable without a default.</param>
    public static string Filled(OpenApiServer server, string otherwise) => server.Variables
        .OrderBy(static variable => variable.Key, StringComparer.Ordinal)
        .Aggregate(Of(server), (url, variable) => url.Replace("{" + variable.Key + "}", variable.Value.Default ?? otherwise))
        .TrimEnd('/') + "/";

    /// <summary>Returns the first variable without a value, in the order of the URL, or null.</summary>
    public static string? Valueless(OpenApiServer server) => server.Variables
        .Where(variable => variable.Value.Default is null && server.Url.Contains("{" + variable.Key + "}"))
        .OrderBy(variable => server.Url.IndexOf("{" + variable.Key + "}", StringComparison.Ordinal))
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
        && Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? address)
        && (!address.IsAbsoluteUri || address.Scheme is "http" or "https");

    public static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
}
