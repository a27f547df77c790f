using NSwag;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>The address of a server as the document writes it.</summary>
internal static class ServerTemplate
{
    /// <summary>Without what a base address cannot have: it ends in a slash, so that paths are appended.</summary>
    public static string Of(OpenApiServer server)
    {
        string url = server.Url;
        int query = url.IndexOfAny(['?', '#']);
        return (query < 0 ? url : url.Substring(0, query)).Trim().TrimEnd('/') + "/";
    }

    /// <summary>With each variable at its default.</summary>
    /// <param name="otherwise">For a variable without one.</param>
    public static string Filled(OpenApiServer server, string otherwise) => server.Variables
        .OrderBy(static variable => variable.Key, StringComparer.Ordinal)
        .Aggregate(Of(server), (url, variable) => url.Replace("{" + variable.Key + "}", variable.Value.Default ?? otherwise))
        .TrimEnd('/') + "/";

    /// <summary>The first variable without a value, in the order of the address; null where each has one.</summary>
    public static string? Valueless(OpenApiServer server) => server.Variables
        .Where(variable => variable.Value.Default is null && server.Url.Contains("{" + variable.Key + "}"))
        .OrderBy(variable => server.Url.IndexOf("{" + variable.Key + "}", StringComparison.Ordinal))
        .Select(static variable => variable.Key)
        .FirstOrDefault();

    /// <summary>The variables whose default is none of the values that they may have.</summary>
    public static IEnumerable<string> DefaultsOutside(OpenApiServer server) => server.Variables
        .Where(static variable => !HasValues(variable.Value) && variable.Value.Enum.Count > 0)
        .Select(static variable => variable.Key)
        .OrderBy(static variable => variable, StringComparer.Ordinal);

    /// <summary>Whether the list of values counts: not where the default, which is sent unless something else is said, is none of them.</summary>
    public static bool HasValues(OpenApiServerVariable variable) =>
        variable.Enum.Count > 0 && (variable.Default is not { } @default || variable.Enum.Contains(@default, StringComparer.Ordinal));

    public static bool IsAddress(string url) =>
        url.IndexOfAny(['{', '?', '#']) < 0
        && url.All(static c => c is > ' ' and not '\u007F')
        && Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? address)
        && (!address.IsAbsoluteUri || address.Scheme is "http" or "https");

    public static bool IsAbsolute(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
}
