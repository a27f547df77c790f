using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Operations;
using RealtimeKit.Gen.Parsing.Operations.Links;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Operations.Servers;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing;

/// <summary>Turns the draft of a client into its model, once the directions in which its types are sent are known.</summary>
internal sealed class ClientFinisher(
    SpecDocument document,
    ClientOptions options,
    NameLock names,
    string specName,
    Documentation documentation,
    DiagnosticBag diagnostics)
{
    public FinishedClient Finish(ClientDraft draft, FilledTypes filled, TypeUses uses)
    {
        EnumMemberNames members = new(document.Schemas, names, diagnostics);
        ConstantParser constants = new(filled.Drafts, members);
        DefaultParser defaults = new(filled.Drafts, constants, document.Schemas, diagnostics);
        PropertyFinisher properties = new(uses, constants, defaults, filled.Kinds, document.Schemas, documentation, names, diagnostics);
        UnionFinisher unions = new(filled.Drafts, uses, properties, filled.Kinds, documentation, names);
        TypeFinisher types = new(uses, members, properties, unions, document.Schemas, documentation);
        TypeModel[] typeModels = filled.Drafts.All
            .Where(type => uses.IsSent(type) || uses.IsReceived(type))
            .Select(types.Finish)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .ToArray();

        HoistedParameters hoisted = new(draft.Operations, draft.Named.Classes, documentation, names, diagnostics);
        LinkText linkText = new(document.Links, draft.Named.Links, draft.Named.Groups);
        OperationFinisher operations = new(
            filled.Drafts, uses, types, properties, new SecretNames(typeModels), hoisted, document, documentation, linkText, names, diagnostics);
        VerbParser verbs = new(filled.Drafts, members, properties, document.Locations, names, diagnostics);
        FinishedGroup[] groups = Groups(draft, operations, verbs);

        Dictionary<NamedOperation, OperationModel> models = groups
            .SelectMany(static group => group.Operations)
            .ToDictionary(static pair => pair.Named, static pair => pair.Model);
        LinkValues values = new(constants, typeModels.OfType<ObjectModel>(), draft.Headers);
        LinkParser links = new(document.Links, documentation, draft.Named.Links, models, draft.Named.Groups, values, names);
        return new FinishedClient(
            Client(draft.Named, hoisted, groups),
            groups.Select(static group => group.Model).ToArray(),
            draft.Headers,
            draft.Incoming.Model,
            new LinksModel(draft.Named.Classes.Links, links.Parse(draft.Named.Operations).ToEquatableArray()),
            typeModels);
    }

    private FinishedGroup[] Groups(ClientDraft draft, OperationFinisher operations, VerbParser verbs)
    {
        List<FinishedGroup> groups = [];
        foreach (IGrouping<string, OperationDraft> group in draft.Operations
            .GroupBy(operation => draft.Named.Groups[operation.Named.Group].TypeName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            IReadOnlyList<OperationModel> settled = DerivedNames.Settle(group.Select(operations.Finish).ToArray(), group.Key, names);
            (NamedOperation Named, OperationModel Model)[] finished = group.Select((operation, index) => (operation.Named, settled[index])).ToArray();
            groups.Add(new FinishedGroup(Group(group.Key, finished[0].Named, verbs.Parse(finished, group.Key), draft.Named.Classes), finished));
        }

        return groups.ToArray();
    }

    private GroupModel Group(string typeName, NamedOperation first, IReadOnlyList<OperationModel> operations, ClientNames classes)
    {
        string tag = first.Group;
        OpenApiTag? described = document.Document.Tags.FirstOrDefault(known => known.Name == tag)
            ?? document.Document.Tags.FirstOrDefault(known => known.Name == OperationGroups.TagOf(first.Operation));
        string fallback = tag.Length == 0 ? "Operations without a tag." : $"The operations of {tag}.";
        return new GroupModel
        {
            TypeName = typeName,
            IsRoot = tag.Length == 0,
            Doc = documentation.Of(null, described?.Description, described?.ExternalDocumentation, fallback),
            OptionsName = classes.Options,
            RequestOptionsName = classes.RequestOptions,
            Operations = operations.OrderBy(static operation => operation.Name, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private ClientClassModel Client(NamedClient named, HoistedParameters hoisted, FinishedGroup[] groups)
    {
        OpenApiDocument described = document.Document;
        (string address, string path) = new ServerParser(document.Locations, document.IsSwagger, diagnostics).BaseAddress(described.Servers);
        return new ClientClassModel
        {
            Name = options.ClientName,
            OptionsName = named.Classes.Options,
            RequestOptionsName = named.Classes.RequestOptions,
            Doc = WithLeftOut(documentation.Of(described.Info.Title, described.Info.Description, described.ExternalDocumentation, $"A client for {specName}.")),
            BaseAddress = address,
            BasePath = path,
            ServersName = named.Classes.Servers,
            Servers = new ServerChoice(document, documentation, names, named.Classes.Servers).Parse(),
            Hoisted = hoisted.ToEquatableArray(),
            Groups = groups
                .Select(static group => group.Model)
                .Where(static group => !group.IsRoot)
                .Select(group => (Names: named.Groups.Values.First(known => known.TypeName == group.TypeName), group.Doc))
                .Select(static group => new GroupRefModel(group.Names.PropertyName, group.Names.TypeName, group.Doc))
                .ToEquatableArray(),
            Schemes = SecurityParser.Schemes(described),
            NeedsCredential = groups.Any(static group => group.Operations.Any(static operation => SecurityParser.NeedsCredential(operation.Model))),
        };
    }

    /// <summary>Adds how many operations the filters left out, for a reader who looks for one of them.</summary>
    private DocModel WithLeftOut(DocModel doc) => document.LeftOut.Length == 0 ? doc : doc with
    {
        Remarks = (doc.Remarks.Length == 0 ? "" : doc.Remarks + "\n") + document.LeftOut + ".",
    };

    /// <param name="Operations">The operations with their models, before methods are derived from the values of enums.</param>
    private sealed record FinishedGroup(GroupModel Model, (NamedOperation Named, OperationModel Model)[] Operations);
}
