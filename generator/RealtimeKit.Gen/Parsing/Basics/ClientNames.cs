using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <param name="TypeName">The class of a tag's operations; the client itself for operations without a tag.</param>
/// <param name="PropertyName">The property of the client that returns the class.</param>
internal sealed record GroupNames(string TypeName, string PropertyName);

/// <summary>The names that a client reserves before any schema gets one.</summary>
internal sealed class ClientNames(string clientName, string @namespace)
{
    private readonly HashSet<string> _reserved =
    [
        clientName, OptionsOf(clientName), RequestOptionsOf(clientName), WebhooksOf(clientName), ResponseHeadersOf(clientName), ServersOf(clientName),
        LinksOf(clientName), Codecs.Namespace, .. RecordMembers.Names,

        // The name of the runtime's namespace, which a type would replace.
        .. @namespace == "RealtimeKit" ? ["Runtime"] : Array.Empty<string>(),
    ];

    public string Options { get; } = OptionsOf(clientName);

    public string RequestOptions { get; } = RequestOptionsOf(clientName);

    public string Webhooks { get; } = WebhooksOf(clientName);

    public string ResponseHeaders { get; } = ResponseHeadersOf(clientName);

    public string Links { get; } = LinksOf(clientName);

    public string Servers { get; } = ServersOf(clientName);

    public IEnumerable<string> Reserved => _reserved;

    /// <summary>
    /// Assigns the classes and properties of tags. A class that would have the name of the client, or of a component, is called
    /// <c>…Operations</c> instead of <c>…Client</c>.
    /// </summary>
    public IReadOnlyDictionary<string, GroupNames> AssignGroups(IEnumerable<string> tags, IEnumerable<string> components)
    {
        NameScope types = new(_reserved.Concat(components));
        NameScope properties = new([clientName, "Dispose", .. ObjectMembers.Names]);
        Dictionary<string, GroupNames> byPascal = new(StringComparer.Ordinal);
        Dictionary<string, GroupNames> result = new(StringComparer.Ordinal);
        foreach (string tag in tags.Distinct(StringComparer.Ordinal).OrderBy(static tag => tag, StringComparer.Ordinal))
        {
            if (tag.Length == 0)
            {
                result[tag] = new GroupNames(clientName, "");
                continue;
            }

            // Two spellings of one tag form one group.
            string pascal = Identifier.Pascal(tag);
            if (!byPascal.TryGetValue(pascal, out GroupNames? names))
            {
                string other = pascal + "Operations";
                string type = types.TryTake(UsualClass(tag)) ? UsualClass(tag) : types.Take(other);
                byPascal[pascal] = names = new GroupNames(type, properties.TryTake(pascal) ? pascal : properties.Take(other));
                _reserved.Add(type);
            }

            result[tag] = names;
        }

        return result;
    }

    /// <summary>Returns the name that the class of a tag has unless it is taken.</summary>
    public static string UsualClass(string tag) => Identifier.Pascal(tag) + "Client";

    private static string OptionsOf(string clientName) => clientName + "Options";

    private static string RequestOptionsOf(string clientName) => Stem(clientName) + "RequestOptions";

    private static string WebhooksOf(string clientName) => Stem(clientName) + "Webhooks";

    private static string ResponseHeadersOf(string clientName) => Stem(clientName) + "ResponseHeaders";

    private static string LinksOf(string clientName) => Stem(clientName) + "Links";

    private static string ServersOf(string clientName) => Stem(clientName) + "Servers";

    private static string Stem(string clientName) =>
        clientName.Length > 6 && clientName.EndsWith("Client", StringComparison.Ordinal) ? clientName.Substring(0, clientName.Length - 6) : clientName;
}
