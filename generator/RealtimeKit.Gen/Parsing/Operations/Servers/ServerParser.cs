using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>Servers' addresses, with their variables at their defaults.</summary>
internal sealed class ServerParser(SpecLocations locations, bool isSwagger, DiagnosticBag diagnostics)
{
    /// <summary>
    /// The address of an operation's own server, which ends in a slash, so that paths are appended; empty, with a diagnostic,
    /// where it is none. With a variable that has no value it stays a template, which is refused when a request is made.
    /// </summary>
    public string Parse(OpenApiServer server)
    {
        if (ServerTemplate.Valueless(server) is { } variable)
        {
            string template = ServerTemplate.Of(server);
            diagnostics.Add(Descriptors.ServerVariableWithoutValue, locations.Of(server), variable, template, "the operations below it cannot be called");
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
                locations.Of(server),
                $"The 'enum' of the server's variable '{variable}' does not have its default '{@default}'");
        }

        string url = ServerTemplate.Filled(server, "");
        if (!ServerTemplate.IsAddress(url))
        {
            diagnostics.Add(Descriptors.PartInvalid, locations.Of(server), $"The url '{server.Url}' of a server is no address: {ServerFaults.Of(server, url)}");
            return "";
        }

        return url;
    }

    /// <summary>The first server that says where the API is, not merely where it is relative to the document; each that is none is told of.</summary>
    public string BaseAddress(IEnumerable<OpenApiServer> servers) =>
        servers.Select(server => HasValues(server) ? Address(server) : "").ToArray().FirstOrDefault(ServerTemplate.IsAbsolute) ?? "";

    /// <summary>Swagger 2.0's parameterized hosts have no defaults; the caller chooses the address.</summary>
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
                "the client's options do not begin with its address");
        }

        return false;
    }
}
