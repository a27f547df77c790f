using NSwag;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Servers;

/// <summary>Finds the servers of a document from which a caller can choose: several servers, or one with variables.</summary>
internal sealed class ServerChoice(SpecDocument document, Documentation documentation, NameLock locked, string className)
{
    /// <summary>The longest single-line description that is used as a name.</summary>
    private const int LongestName = 40;

    /// <summary>The compiler takes a static method of this name for the start of the program.</summary>
    private const string EntryPoint = "Main";

    public EquatableArray<ServerModel> Parse()
    {
        OpenApiServer[] servers = document.Document.Servers
            .Where(static server => ServerTemplate.Filled(server, Example(server)) is var url
                && ServerTemplate.IsAddress(url)
                && ServerTemplate.IsAbsolute(url))
            .GroupBy(ServerTemplate.Of, StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToArray();
        if (servers.Length < 2 && servers.All(static server => server.Variables.Count == 0))
        {
            return EquatableArray<ServerModel>.Empty;
        }

        IReadOnlyDictionary<string, string> names = locked.Assign(
            new NameScope([className, EntryPoint, .. ObjectMembers.Names]),
            servers.Select(Wanted).ToArray(),
            static server => LockKey.Of(LockKind.Server, server.Key));
        return servers
            .Select(server => Parse(server, names[ServerTemplate.Of(server)]))
            .OrderBy(static server => server.Name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Returns an example of a variable's value: a whole URL if the template begins with the variable.</summary>
    private static string Example(OpenApiServer server) =>
        server.Url.StartsWith("{", StringComparison.Ordinal) && !server.Url.Contains("://") ? "https://a" : "a";

    /// <summary>Returns the name of a server: its own name, its short description, or its URL.</summary>
    private WantedName Wanted(OpenApiServer server)
    {
        string template = ServerTemplate.Of(server);
        string description = server.Description?.Trim() ?? "";
        string wire = document.ServerNames.TryGetValue(server, out string? name) ? name
            : description.Length is > 0 and <= LongestName && description.IndexOf('\n') < 0 ? description
            : template.Substring(template.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0);
        return new WantedName(template, wire, Identifier.Pascal(wire));
    }

    private ServerModel Parse(OpenApiServer server, string name)
    {
        string template = ServerTemplate.Of(server);
        NameScope parameters = new([]);
        return new ServerModel(
            name,
            template,
            documentation.Of(null, server.Description, null, $"The server at {template}."),
            server.Variables
                .Where(variable => template.Contains("{" + variable.Key + "}"))
                .OrderBy(static variable => variable.Value.Default is not null)
                .ThenBy(static variable => variable.Key, StringComparer.Ordinal)
                .Select(variable => Parse(variable.Key, variable.Value, parameters))
                .ToEquatableArray());
    }

    private ServerVariableModel Parse(string wireName, OpenApiServerVariable variable, NameScope parameters)
    {
        string[] allowed = !ServerTemplate.HasValues(variable) ? [] : variable.Enum.Distinct(StringComparer.Ordinal).ToArray();
        DocModel doc = documentation.Of(null, variable.Description, null, $"The value of `{wireName}`.");
        return new ServerVariableModel(
            parameters.Take(Identifier.Camel(wireName)),
            wireName,
            variable.Default,
            allowed.ToEquatableArray(),
            allowed.Length == 0 ? doc : doc with { Summary = $"{doc.Summary.TrimEnd('.')}. One of {string.Join(", ", allowed)}." });
    }
}
