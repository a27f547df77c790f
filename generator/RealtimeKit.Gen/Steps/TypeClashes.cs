using System.Collections.Immutable;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Steps;

/// <summary>The clients that are not emitted because another client declares types of the same names, with the diagnostics.</summary>
internal sealed record TypeClashes(EquatableArray<string> Withheld, EquatableArray<DiagnosticInfo> Diagnostics)
{
    private const int MostNamed = 3;

    /// <summary>
    /// Finds clients of one namespace that declare the same type, such as <c>Error</c>. The first client keeps it. The other
    /// client is not emitted at all, because the compiler would report errors in emitted files. It is not moved to another
    /// namespace, because adding a schema would then rename all types of a client.
    /// </summary>
    /// <param name="clients">The clients in the order of the project.</param>
    public static TypeClashes Find(ImmutableArray<ClientTypes> clients)
    {
        List<string> withheld = [];
        List<DiagnosticInfo> diagnostics = [];
        Dictionary<string, ClientTypes> owners = new(StringComparer.Ordinal);
        Dictionary<string, ClientTypes> namespaces = new(StringComparer.Ordinal);
        foreach (ClientTypes client in clients)
        {
            string[] taken = client.Names.Where(name => owners.ContainsKey(FullName(client, name))).Distinct(StringComparer.Ordinal).ToArray();
            if (taken.Length > 0)
            {
                withheld.Add(client.Key);
                ClientPlace owner = owners[FullName(client, taken[0])].Place;
                diagnostics.Add(DiagnosticInfo.Create(
                    Descriptors.TypeClash, client.Place.Location, client.Place.FileName, Say(client, taken), owner.FileName, Proposal(client)));
                continue;
            }

            if (FindNamespace(client, owners, namespaces) is { } clash)
            {
                withheld.Add(client.Key);
                diagnostics.Add(clash);
                continue;
            }

            foreach (string name in NamespacesOf(client).Where(name => !namespaces.ContainsKey(name)))
            {
                namespaces[name] = client;
            }

            foreach (string name in client.Names)
            {
                owners[FullName(client, name)] = client;
            }
        }

        return new TypeClashes(withheld.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>A type of one client and a namespace of another may not have one name either.</summary>
    private static DiagnosticInfo? FindNamespace(ClientTypes client, Dictionary<string, ClientTypes> owners, Dictionary<string, ClientTypes> namespaces)
    {
        if (NamespacesOf(client).FirstOrDefault(owners.ContainsKey) is { } inType)
        {
            return Clash(owners[inType], inType, $"{inType}Clients{client.Namespace.Substring(Math.Min(inType.Length, client.Namespace.Length))}");
        }

        return client.Names.Select(name => FullName(client, name)).FirstOrDefault(namespaces.ContainsKey) is { } type
            ? Clash(namespaces[type], type, Proposal(client))
            : null;

        DiagnosticInfo Clash(ClientTypes owner, string name, string proposal) => DiagnosticInfo.Create(
            Descriptors.TypeClash,
            client.Place.Location,
            client.Place.FileName,
            $"the name {name}, as a type and as a namespace",
            owner.Place.FileName,
            proposal);
    }

    /// <summary>The client's namespace and all around it, and the one of its codecs.</summary>
    private static IEnumerable<string> NamespacesOf(ClientTypes client)
    {
        string text = FullName(client, Codecs.Namespace);
        for (int end = text.Length; end > 0; end = text.LastIndexOf('.', end - 1))
        {
            yield return text.Substring(0, end);
        }
    }

    private static string FullName(ClientTypes client, string name) => client.Namespace + "." + name;

    private static string Say(ClientTypes client, string[] names)
    {
        string named = string.Join(", ", names.Take(MostNamed).Select(name => FullName(client, name)));
        string rest = names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "";
        return (names.Length == 1 ? "the type " : "the types ") + named + rest;
    }

    /// <summary>Returns a namespace to suggest. It is not the client's own name, which would then need qualification.</summary>
    private static string Proposal(ClientTypes client)
    {
        const string suffix = "Client";
        string stem = client.Name.Length > suffix.Length && client.Name.EndsWith(suffix, StringComparison.Ordinal)
            ? client.Name.Substring(0, client.Name.Length - suffix.Length)
            : client.Name;
        return $"{client.Namespace}.{stem}Api";
    }
}
