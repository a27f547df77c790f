using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>Reads the URLs of servers, with the defaults of their variables.</summary>
internal sealed class ServerParser(SpecLocations locations, bool isSwagger, DiagnosticBag diagnostics)
{
    /// <summary>
    /// Returns the URL of an operation's own server, ending with a slash. Returns an empty string and reports the URL if it is
    /// invalid. A URL with a variable without a value remains a template, and a request with it fails.
    /// </summary>
    public string Parse(OpenApiServer server)
    {
        ReportUnsent(server);
        if (ServerTemplate.Valueless(server) is { } variable)
        {
            string template = ServerTemplate.Of(server);
            diagnostics.Add(Descriptors.ServerVariableWithoutValue, locations.Of(server), variable, template, "its operations cannot be called");
            return template;
        }

        return Address(server);
    }

    private string Address(OpenApiServer server)
    {
        foreach (string variable in ServerTemplate.DefaultsOutside(server))
        {
            string @default = server.Variables[variable].Default!;
            diagnostics.Add(
                Descriptors.PartInvalid,
                locations.Of(server.Variables[variable]),
                $"The 'enum' of the server's variable '{variable}' does not contain its default '{@default}'");
        }

        string url = ServerTemplate.Filled(server, "");
        if (!ServerTemplate.IsAddress(url))
        {
            diagnostics.Add(Descriptors.PartInvalid, locations.Of(server), $"The server URL '{server.Url}' is not valid: {ServerFaults.Of(server, url)}");
            return "";
        }

        return url;
    }

    /// <summary>
    /// Returns the URL of the first server that has a host, and reports the others if they are invalid or have none. If no server has a host,
    /// returns the path of the first that has a path.
    /// </summary>
    public (string Address, string Path) BaseAddress(IEnumerable<OpenApiServer> servers)
    {
        string[] paths = [];
        string address = "";
        foreach (OpenApiServer server in servers)
        {
            ReportUnsent(server);
            string url = HasValues(server) ? Address(server) : "";
            if (ServerTemplate.IsAbsolute(url))
            {
                address = address.Length == 0 ? url : address;
            }
            else if (url.Trim('.', '/').Length > 0)
            {
                bool hasHost = ServerTemplate.LacksScheme(url);
                string path = hasHost ? url.Substring(url.IndexOf('/', "//".Length)) : url;
                paths = path == "/" ? paths : [.. paths, path];
                string why = hasHost ? "it has no scheme, so the caller sets a BaseAddress with its host and path"
                    : "it has no host, so the caller sets a BaseAddress with this path";
                diagnostics.Add(Descriptors.KeywordIgnored, locations.Of(server), server.Url, why);
            }
        }

        return (address, address.Length > 0 || paths.Length == 0 ? "" : paths[0]);
    }

    /// <summary>Reports the parts of a URL that a request cannot have from its server.</summary>
    private void ReportUnsent(OpenApiServer server)
    {
        if (ServerTemplate.QueryOf(server) is { Length: > 0 } query)
        {
            diagnostics.Add(
                Descriptors.PartInvalid,
                locations.Of(server),
                $"The URL of a server has no query and no fragment, but '{server.Url}' has '{query}'");
        }

        if (ServerTemplate.HasUser(server))
        {
            const string Fault = "The URL of a server contains a user name or password, which HTTP clients do not send";
            diagnostics.Add(Descriptors.PartInvalid, locations.Of(server), Fault);
        }
    }

    /// <summary>
    /// Returns whether all variables have values. The parameterized hosts of Swagger 2.0 have no defaults, so the caller chooses
    /// the URL.
    /// </summary>
    private bool HasValues(OpenApiServer server)
    {
        if (ServerTemplate.Valueless(server) is not { } variable)
        {
            return true;
        }

        if (!isSwagger)
        {
            string template = ServerTemplate.Of(server);
            diagnostics.Add(
                Descriptors.ServerVariableWithoutValue,
                locations.Of(server),
                variable,
                template,
                "the client's options have no initial base address");
        }

        return false;
    }
}
