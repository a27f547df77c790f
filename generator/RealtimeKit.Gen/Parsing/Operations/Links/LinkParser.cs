using NSwag;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Links;

/// <summary>
/// Creates a record for each link between two operations of the client. Its properties are the arguments of the link, with the
/// types that the target method takes. They are set from the response where C# can express the link's expression.
/// </summary>
internal sealed class LinkParser(
    ILookup<OpenApiOperation, DescribedLink> described,
    Documentation documentation,
    LinkTargets targets,
    IReadOnlyDictionary<NamedOperation, OperationModel> models,
    IReadOnlyDictionary<string, GroupNames> groups,
    LinkValues values,
    NameLock locked)
{
    /// <summary>
    /// Returns whether the links of an operation are within the budget. Operations that share a response have separate records
    /// for its links.
    /// </summary>
    public static bool IsWithinBudget(IEnumerable<DescribedLink> links, NamedOperation operation, SchemaParser schemas)
    {
        const int Frame = 3;
        return links.All(link => schemas.TakeMembers(link.Arguments.Count + Frame, operation.Operation));
    }

    public IReadOnlyList<LinkModel> Parse(IReadOnlyList<NamedOperation> operations)
    {
        (NamedOperation From, DescribedLink Link, NamedOperation To)[] links = operations
            .SelectMany(operation => described[operation.Operation].Select(link => (From: operation, Link: link, To: targets.Find(link))))
            .Where(static link => link.To is not null)
            .Select(static link => (link.From, link.Link, To: link.To!))
            .ToArray();
        ILookup<(NamedOperation, string), DescribedLink> namesakes = links.ToLookup(static link => (link.From, link.Link.Name), static link => link.Link);
        Dictionary<string, string> keys = [];
        foreach ((NamedOperation from, DescribedLink link, _) in links)
        {
            keys[Key(from, link)] = $"{LockKind.Link} {from.LockKey} {LockKey.Token(link.Status)} {LockKey.Token(link.Name)}";
        }

        WantedName[] wanted = links
            .Select(link => (Key: Key(link.From, link.Link), link.From, link.Link, HasNamesake: namesakes[(link.From, link.Link.Name)].Count() > 1))
            .Select(static link => new WantedName(link.Key, link.Key, Name(link.From, link.Link, link.HasNamesake)))
            .ToArray();
        IReadOnlyDictionary<string, string> names = locked.Assign(new NameScope(RecordMembers.Names), wanted, link => keys[link.Key]);
        return links
            .Select(link => Parse(names[Key(link.From, link.Link)], link.From, link.Link, link.To))
            .Where(static link => link.Values.Count > 0)
            .OrderBy(static link => link.Name, StringComparer.Ordinal)
            .ToArray();
    }

    private LinkModel Parse(string name, NamedOperation from, DescribedLink link, NamedOperation to)
    {
        LinkSources sources = new(models[from], link.Status, LinkText.Method(from, groups));
        OperationModel target = models[to];
        (string WireName, ParameterDoc Wanted)[] wanted = Wanted(link, target).ToArray();
        Dictionary<string, string> asWritten = wanted.ToDictionary(
            static one => one.WireName,
            static one => one.Wanted.Argument.Parameter,
            StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> names = locked.Assign(
            new NameScope([.. RecordMembers.Names, name, LinkModel.Maker]),
            wanted.Select(static one => new WantedName(one.WireName, one.WireName, Identifier.Pascal(one.Wanted.Name))).ToArray(),
            argument => LockKey.Of(LockKind.Argument, name, asWritten[argument.Key]));
        LinkValueModel[] filled = wanted
            .Select(one => Fill(names[one.WireName], one.Wanted, sources))
            .OrderBy(static value => value.Name, StringComparer.Ordinal)
            .ToArray();
        DocModel doc = documentation.Of(null, link.Description, null, $"Arguments for {LinkText.Method(to, groups)}.");
        string way = $"They are taken from a response of {LinkText.Method(from, groups)}.";
        return new LinkModel(name, doc with { Remarks = doc.Remarks.Length == 0 ? way : doc.Remarks + "\n" + way }, sources.Used, filled.ToEquatableArray());
    }

    /// <summary>Returns the parameters that the link names and the method has, followed by the body.</summary>
    private static IEnumerable<(string WireName, ParameterDoc Wanted)> Wanted(DescribedLink link, OperationModel target)
    {
        HashSet<ParameterModel> spokenOf = [];

        // Without its place, a name means the parameter that comes first in a request, whatever the order of the document.
        ParameterModel[] parameters = target.Parameters.OrderBy(static parameter => parameter.Place).ToArray();
        foreach (LinkArgument argument in link.Arguments)
        {
            if (parameters.FirstOrDefault(parameter => IsMeant(parameter, argument.Parameter)) is { } parameter && spokenOf.Add(parameter))
            {
                yield return ($"{parameter.Place}.{parameter.WireName}", new ParameterDoc(parameter.Name, parameter.Type, parameter.Doc, argument));
            }
        }

        if (link.Body is { } sent && target.Bodies.FirstOrDefault(static body => body.Kind == BodyKind.Json) is { } body)
        {
            yield return ("", new ParameterDoc(body.Name, body.Type, new DocModel("The request body."), sent));
        }
    }

    private static bool IsMeant(ParameterModel parameter, string called) =>
        parameter.WireName == called
        || called.EndsWith(parameter.WireName, StringComparison.Ordinal)
            && string.Equals($"{parameter.Place}.{parameter.WireName}", called, StringComparison.OrdinalIgnoreCase);

    private LinkValueModel Fill(string name, ParameterDoc wanted, LinkSources sources)
    {
        LinkExpressionModel? expression = values.Expression(wanted.Argument.Value, wanted.Type, sources);
        string where = $"{(expression is not null ? "Taken from" : "Set this from")} `{wanted.Argument.Text}`.";
        DocModel doc = wanted.Doc with { Remarks = wanted.Doc.Remarks.Length == 0 ? where : wanted.Doc.Remarks + "\n" + where };
        return new LinkValueModel(name, wanted.Type.AsNullable(), doc, expression);
    }

    private static string Key(NamedOperation from, DescribedLink link) => $"{from.Method} {from.Path} {link.Status} {link.Name}";

    private static string Name(NamedOperation from, DescribedLink link, bool hasNamesake)
    {
        string name = Identifier.Join(from.TypeOwner, Identifier.Pascal(link.Name));
        return hasNamesake ? Identifier.Join(name, Identifier.Pascal("status " + link.Status)) : name;
    }

    private sealed record ParameterDoc(string Name, TypeRef Type, DocModel Doc, LinkArgument Argument);
}
