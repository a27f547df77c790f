using NSwag;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Operations.Http;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>Describes why the URL of a server is invalid.</summary>
internal static class ServerFaults
{
    /// <param name="filled">The URL with the defaults of its variables.</param>
    public static string Of(OpenApiServer server, string filled)
    {
        string url = ServerTemplate.Of(server);
        string[] undeclared = PathParser.ParameterNames(url).Where(name => !server.Variables.ContainsKey(name)).ToArray();
        if (undeclared.Length > 0)
        {
            string? nearest = NearestName.Find(undeclared[0], server.Variables.Keys);
            return $"the variable '{undeclared[0]}' is not described in 'variables'{NearestName.DidYouMean(nearest)}";
        }

        if (url.IndexOf('{') is >= 0 and var open && url.IndexOf('}', open) < 0)
        {
            return "a brace is not closed";
        }

        if (filled.Any(static c => c is <= ' ' or '\u007F'))
        {
            return "it contains a space or a control character";
        }

        if (ServerTemplate.IsHost(filled))
        {
            string scheme = filled.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) ? "http" : "https";
            return $"it has no scheme{NearestName.DidYouMean($"{scheme}://{server.Url}")}";
        }

        return Uri.TryCreate(filled, UriKind.Absolute, out Uri? address) && address.Scheme is not ("http" or "https")
            ? $"its scheme is '{address.Scheme}', but a client sends requests only by http or https"
            : filled != url ? $"with the defaults of its variables it is '{filled}', which is not a URL"
            : "it is not a URL";
    }
}
