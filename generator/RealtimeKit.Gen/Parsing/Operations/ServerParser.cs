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
        string url = ServerTemplate.Filled(server, "");
        if (!ServerTemplate.IsAddress(url))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, document.LocationOf(server), "servers", "the url is no address");
            return "";
        }

        return url;
    }

    /// <summary>The first server that says where the API is, not merely where it is relative to the document; each that is none is told of.</summary>
    public string BaseAddress(IEnumerable<OpenApiServer> servers) => servers.Select(Parse).ToArray().FirstOrDefault(ServerTemplate.IsAbsolute) ?? "";
}
