using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <param name="TypeName">The class of a tag's operations; the client itself for operations without a tag.</param>
/// <param name="PropertyName">The property of the client that returns the class.</param>
internal sealed record GroupNames(string TypeName, string PropertyName);

/// <summary>The names that a client reserves before any schema gets one.</summary>
internal sealed class ClientNames(string clientName, string @namespace)
{
    private const string Class = "Client";

    /// <summary>The fields of the emitted classes.</summary>
    private static readonly string[] _fields = ["_transport", "_options"];

    private readonly HashSet<string> _reserved =
    [
        clientName, OptionsOf(clientName), RequestOptionsOf(clientName), WebhooksOf(clientName), ResponseHeadersOf(clientName), ServersOf(clientName),
        LinksOf(clientName), Codecs.Namespace, .. RecordMembers.Names, .. AliasNames.All,

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
    /// <c>…Operations</c> instead of <c>…Client</c>. Articles in tags are omitted, unless another tag has the name.
    /// </summary>
    /// <param name="components">The names that the types of schemas have or ask for.</param>
    /// <param name="isMember">Returns whether a class, by its tag as an identifier, has a member of a name. The client itself has no tag.</param>
    public IReadOnlyDictionary<string, GroupNames> AssignGroups(
        IEnumerable<string> tags,
        IEnumerable<string> components,
        Func<string, string, bool> isMember,
        NameLock names)
    {
        NameScope types = new(_reserved.Concat(components));

        // The parameters of the constructor that sets the properties would hide them.
        NameScope properties = new([clientName, "Dispose", "transport", "options", .. _fields, .. ObjectMembers.Names]);
        Dictionary<string, GroupNames> result = new(StringComparer.Ordinal);
        ILookup<string, string> claims = tags
            .Select(static tag => Identifier.Pascal(tag))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(static tag => new[] { tag, ArticleWords.WithoutIn(tag) }.Distinct(StringComparer.Ordinal).Select(name => (name, tag)))
            .ToLookup(static claim => claim.name, static claim => claim.tag, StringComparer.OrdinalIgnoreCase);

        // Two spellings of one tag form one group. The groups whose names are locked come first.
        foreach (IGrouping<string, string> group in tags
            .Distinct(StringComparer.Ordinal)
            .GroupBy(static tag => tag.Length == 0 ? "" : Identifier.Pascal(tag), StringComparer.Ordinal)
            .OrderBy(group => names.Find(ClassKey(group.Key)) is null)
            .ThenBy(static group => group.OrderBy(static tag => tag, StringComparer.Ordinal).First(), StringComparer.Ordinal))
        {
            GroupNames assigned = group.Key.Length == 0 ? new GroupNames(clientName, "") : Assign(
                group.Key,
                claims[ArticleWords.WithoutIn(group.Key)].Count() == 1 ? ArticleWords.WithoutIn(group.Key) : group.Key,
                types,
                properties,
                isMember,
                names);
            foreach (string tag in group)
            {
                result[tag] = assigned;
            }
        }

        return result;
    }

    /// <param name="pascal">The tag as an identifier.</param>
    /// <param name="name">The tag as it is called.</param>
    private GroupNames Assign(
        string pascal,
        string name,
        NameScope types,
        NameScope properties,
        Func<string, string, bool> isMember,
        NameLock names)
    {
        string other = name + "Operations";
        string usual = name + Class;
        string? kept = names.Find(ClassKey(pascal));
        if (kept is not null && _reserved.Contains(kept))
        {
            names.ReportUnusable(ClassKey(pascal), "a class of the client is called so");
            kept = null;
        }
        else if (kept is not null && (_fields.Contains(kept) || isMember(pascal, kept)))
        {
            names.ReportUnusable(ClassKey(pascal), "a member of the class is called so");
            kept = null;
        }

        // A component may ask for the name, but does not have it yet.
        string type = kept ?? (types.TryTake(usual) ? usual : types.Take(other));
        string groupKey = GroupKey(pascal);
        if (names.Find(groupKey) is { } member && isMember("", member))
        {
            properties.TryTake(member);
        }

        string property = names.Take(properties, groupKey) ?? (properties.TryTake(name) ? name : properties.Take(other));
        _reserved.Add(type);
        names.Record(ClassKey(pascal), type);
        names.Record(groupKey, property);
        return new GroupNames(type, property);
    }

    /// <summary>Returns the key of a class in a names file.</summary>
    /// <param name="pascal">The tag as an identifier.</param>
    public static string ClassKey(string pascal) => LockKey.Of(LockKind.Class, pascal);

    /// <summary>Returns the key of the client's property for a tag in a names file.</summary>
    /// <param name="pascal">The tag as an identifier.</param>
    public static string GroupKey(string pascal) => LockKey.Of(LockKind.Group, pascal);

    /// <summary>Returns the name that the class of a tag has unless it is taken.</summary>
    /// <param name="pascal">The tag as an identifier.</param>
    public static string UsualClass(string pascal) => pascal + Class;

    private static string OptionsOf(string clientName) => clientName + "Options";

    private static string RequestOptionsOf(string clientName) => Stem(clientName) + "RequestOptions";

    private static string WebhooksOf(string clientName) => Stem(clientName) + "Webhooks";

    private static string ResponseHeadersOf(string clientName) => Stem(clientName) + "ResponseHeaders";

    private static string LinksOf(string clientName) => Stem(clientName) + "Links";

    private static string ServersOf(string clientName) => Stem(clientName) + "Servers";

    private static string Stem(string clientName) =>
        clientName.Length > 6 && clientName.EndsWith("Client", StringComparison.Ordinal) ? clientName.Substring(0, clientName.Length - 6) : clientName;
}
