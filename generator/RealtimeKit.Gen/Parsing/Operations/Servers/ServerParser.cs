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
            string url = HasValues(server) ? Address(server) : "";
            if (ServerTemplate.IsAbsolute(url))
            {
                address = address.Length == 0 ? url : address;
            }
            else if (url.Trim('.', '/').Length > 0)
            {
                paths = [.. paths, url];
                const string Why = "it has no host, so the caller sets a BaseAddress with this path";
                diagnostics.Add(Descriptors.KeywordIgnored, locations.Of(server), server.Url, Why);
            }
        }

        return (address, address.Length > 0 || paths.Length == 0 ? "" : paths[0]);
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
