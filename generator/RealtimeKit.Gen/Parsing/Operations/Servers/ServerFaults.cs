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

        if (ServerTemplate.HasUser(filled))
        {
            return "the default of a variable contains a user name or password, which HTTP clients do not send";
        }

        if (ServerSlips.Meant(filled) is { } meant)
        {
            bool lacksScheme = ServerSlips.LacksScheme(filled);
            string nearest = lacksScheme ? $"{ServerSlips.SchemeFor(filled)}://{server.Url}" : ServerSlips.Meant(server.Url) ?? meant;
            string fault = lacksScheme ? "it has no scheme" : filled[0] == '/' ? "it has no host" : "its scheme is not followed by '://'";
            return fault + NearestName.DidYouMean(nearest);
        }

        return ServerTemplate.SchemeOf(filled) switch
        {
            { Length: 1 } => "it is the path of a file",
            { } scheme and not ("http" or "https") => $"its scheme is '{scheme}', but a client sends requests only by http or https",
            _ => filled != url ? $"with the defaults of its variables it is '{filled}', which is not a URL" : "it is not a URL",
        };
    }
}
