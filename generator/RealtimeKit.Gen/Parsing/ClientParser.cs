using NSwag;
using RealtimeKit.Gen.Diagnostics;
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

/// <summary>
/// Decides what C# a document means: names, types, nullability, unions, results, errors. Whatever is to be decided is
/// decided here; the emitters print.
/// </summary>
internal sealed class ClientParser(SpecDocument document, ClientOptions options, string specName, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private readonly ClientNames _clientNames = new(options.ClientName);

    /// <returns>Null where the types together would have more members than a document may ask for.</returns>
    public ClientModel? Parse()
    {
        Documentation documentation = new(document.Schemas, options.Documentation);
        IReadOnlyList<NamedOperation> operations = new OperationNames(document, diagnostics).Assign();
        IReadOnlyDictionary<string, GroupNames> groups = _clientNames.AssignGroups(operations.Select(static operation => operation.Group));
        TypeNames typeNames = new(document.Schemas, document.ComponentKeys, _clientNames.Reserved, operations.Select(static operation => operation.TypeOwner), diagnostics);
        SchemaParser schemas = new(document, typeNames, diagnostics, cancellationToken);
        LinkTargets targets = new(operations);
        new LinkCheck(document.Links, targets, diagnostics).Report(operations);
        OperationParser operationParser = new(schemas, document, documentation, options.ResultProperty, new LinkText(document.Links, targets, groups), diagnostics);

        List<OperationDraft> drafts = [];
        foreach (NamedOperation operation in operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            drafts.Add(operationParser.Draft(operation));
        }

        IncomingParser incomingParser = new(schemas, document.Incoming, document.Locations, documentation, _clientNames.Webhooks, diagnostics);
        IncomingModel incoming = new(_clientNames.Webhooks, incomingParser.Parse(operations).ToEquatableArray());
        HeadersModel headers = new(_clientNames.ResponseHeaders, new HeaderParser(schemas, document.Headers, documentation, _clientNames.ResponseHeaders).Parse().ToEquatableArray());
        IEnumerable<TypeRef> forms = drafts.SelectMany(static draft => draft.Bodies).Where(static body => body.Kind is BodyKind.Form or BodyKind.Multipart).Select(static body => body.Type);
        if (!schemas.FillAll(forms) || !operations.All(operation => LinkParser.IsWithinBudget(document.Links[operation.Operation], operation, schemas)))
        {
            return null;
        }

        UsageMarker usage = new(schemas);
        drafts.ForEach(draft => OperationParser.Mark(draft, usage));
        incomingParser.Mark(incoming.Requests, usage);
        HeaderParser.Mark(headers.Headers, usage);

        EnumMemberNames members = new(document.Schemas, diagnostics);
        ConstantParser constants = new(schemas, members);
        KindValues kinds = new KindParser(schemas, document.Schemas, document.Implied, diagnostics).Parse();
        PropertyFinisher properties = new(schemas, constants, kinds, document.Schemas, documentation, diagnostics);
        UnionFinisher unions = new(schemas, properties, kinds, documentation);
        TypeFinisher types = new(schemas, members, properties, unions, document.Schemas, documentation);
        TypeModel[] typeModels = schemas.Drafts
            .Where(static draft => draft.IsSent || draft.IsReceived)
            .Select(types.Finish)
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .ToArray();

        VerbParser verbs = new(schemas, members, document.Locations, diagnostics);
        HoistedParameters hoisted = new(drafts, documentation, diagnostics);
        List<GroupModel> groupModels = [];
        Dictionary<NamedOperation, OperationModel> models = [];
        foreach (IGrouping<string, OperationDraft> group in drafts
            .GroupBy(draft => groups[draft.Named.Group].TypeName, StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            IReadOnlyList<OperationModel> settled = DerivedNames.Settle(group.Select(draft => operationParser.Finish(draft, types, hoisted)).ToArray());
            (NamedOperation Named, OperationModel Model)[] finished = group.Select((draft, index) => (draft.Named, settled[index])).ToArray();
            foreach ((NamedOperation named, OperationModel model) in finished)
            {
                models[named] = model;
            }

            string tag = group.First().Named.Group;
            OpenApiTag? described = Tag(tag);
            groupModels.Add(new GroupModel
            {
                TypeName = group.Key,
                IsRoot = tag.Length == 0,
                Doc = documentation.Of(null, described?.Description, described?.ExternalDocumentation, tag.Length == 0 ? "Operations without a tag." : $"The operations of {tag}."),
                OptionsName = _clientNames.Options,
                RequestOptionsName = _clientNames.RequestOptions,
                Operations = verbs.Parse(finished).OrderBy(static operation => operation.Name, StringComparer.Ordinal).ToEquatableArray(),
            });
        }

        LinkValues values = new(constants, typeModels.OfType<ObjectModel>(), headers);
        LinksModel links = new(_clientNames.Links, new LinkParser(document.Links, documentation, targets, models, groups, values).Parse(operations).ToEquatableArray());
        ClientClassModel client = new()
        {
            Name = options.ClientName,
            OptionsName = _clientNames.Options,
            RequestOptionsName = _clientNames.RequestOptions,
            Doc = WithLeftOut(documentation.Of(document.Document.Info.Title, document.Document.Info.Description, document.Document.ExternalDocumentation, $"A client for {specName}.")),
            BaseAddress = new ServerParser(document.Locations, document.IsSwagger, diagnostics).BaseAddress(document.Document.Servers),
            ServersName = _clientNames.Servers,
            Servers = new ServerChoice(document, documentation, _clientNames.Servers).Parse(),
            Hoisted = hoisted.ToEquatableArray(),
            Groups = groupModels
                .Where(static group => !group.IsRoot)
                .Select(group => new GroupRefModel(groups.Values.First(names => names.TypeName == group.TypeName).PropertyName, group.TypeName, group.Doc))
                .ToEquatableArray(),
            Schemes = SecurityParser.Schemes(document.Document),
            NeedsCredential = models.Values.Any(SecurityParser.NeedsCredential),
        };
        return new ClientModel(options.ClientName, new FileLayout(options, specName).Arrange(client, groupModels, headers, incoming, links, typeModels));
    }

    /// <summary>Whoever misses a method finds here why it is not there.</summary>
    private DocModel WithLeftOut(DocModel doc) => document.LeftOut.Length == 0 ? doc : doc with
    {
        Remarks = (doc.Remarks.Length == 0 ? "" : doc.Remarks + "\n") + document.LeftOut + ".",
    };

    private OpenApiTag? Tag(string name) => document.Document.Tags.FirstOrDefault(tag => tag.Name == name);
}
