using NSwag;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>A server's address with its variables at their defaults.</summary>
internal static class ServerParser
{
    /// <summary>Ends in a slash, so that paths are appended; empty where it is no address.</summary>
    public static string Parse(OpenApiServer server)
    {
        string url = server.Url;
        foreach (KeyValuePair<string, OpenApiServerVariable> variable in server.Variables)
        {
            url = url.Replace("{" + variable.Key + "}", variable.Value.Default ?? "");
        }

        int query = url.IndexOfAny(['?', '#']);
        url = (query < 0 ? url : url.Substring(0, query)).Trim().TrimEnd('/') + "/";
        return url.IndexOf('{') >= 0 || !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out _) ? "" : url;
    }

    /// <summary>The first server that says where the API is, not merely where it is relative to the document.</summary>
    public static string BaseAddress(IEnumerable<OpenApiServer> servers) => servers
        .Select(Parse)
        .FirstOrDefault(static url => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https") ?? "";
}
