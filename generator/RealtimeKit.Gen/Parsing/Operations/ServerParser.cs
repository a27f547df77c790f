using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Operations;

/// <summary>Servers' addresses, with their variables at their defaults.</summary>
internal sealed class ServerParser(SpecDocument document, DiagnosticBag diagnostics)
{
    /// <summary>Ends in a slash, so that paths are appended; empty, with a diagnostic, where it is no address.</summary>
    public string Parse(OpenApiServer server)
    {
        string url = server.Url;
        foreach (KeyValuePair<string, OpenApiServerVariable> variable in server.Variables)
        {
            url = url.Replace("{" + variable.Key + "}", variable.Value.Default ?? "");
        }

        int query = url.IndexOfAny(['?', '#']);
        url = (query < 0 ? url : url.Substring(0, query)).Trim().TrimEnd('/') + "/";
        bool isAddress = url.IndexOf('{') < 0 && url.All(static c => c is > ' ' and not '\u007F') && Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out Uri? address)
            && (!address.IsAbsoluteUri || address.Scheme is "http" or "https");
        if (!isAddress)
        {
            diagnostics.Add(Descriptors.KeywordIgnored, document.LocationOf(server), "servers", "the url is no address");
            return "";
        }

        return url;
    }

    /// <summary>The first server that says where the API is, not merely where it is relative to the document.</summary>
    public string BaseAddress(IEnumerable<OpenApiServer> servers) => servers
        .Select(Parse)
        .FirstOrDefault(static url => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https") ?? "";
}
