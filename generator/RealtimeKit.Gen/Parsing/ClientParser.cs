using System.Globalization;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Finishing;
using RealtimeKit.Gen.Parsing.Operations;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Operations.Links;
using RealtimeKit.Gen.Parsing.Operations.Names;
using RealtimeKit.Gen.Parsing.Places;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing;

/// <summary>
/// Decides what C# a document becomes: names, types, nullability, unions, results and errors. The emitters decide nothing. Each
/// phase returns a value that the next phase takes.
/// </summary>
internal sealed class ClientParser(
    SpecDocument document,
    ClientOptions options,
    NamedTypes types,
    NameLock names,
    string specName,
    DiagnosticBag diagnostics,
    CancellationToken cancellationToken)
{
    private readonly Documentation _documentation = new(document.Schemas, options.Documentation);

    /// <returns>The client, or null if the document exceeds a limit.</returns>
    public ClientModel? Parse()
    {
        ClientModel? client = Decide();
        PartSteps steps = document.Schemas.Steps;
        if (steps.Exceeded is not { } schema)
        {
            return client;
        }

        string limit = steps.Budget.ToString("N0", CultureInfo.InvariantCulture) + " steps through the parts of its schemas";
        diagnostics.Add(Descriptors.SpecBudgetExceeded, document.Schemas.LocationOf(schema) ?? document.Location, limit);
        return null;
    }

    private ClientModel? Decide()
    {
        NamedClient named = Name();
        ScalarTypes scalars = new(types, document.Schemas, diagnostics);
        LockedTypes locked = new(named.Places, named.Shared, named.Types, document.Implied, document.Schemas, OperationKeys(named));
        SchemaParser schemas = new(document, named.Types, named.Shared, scalars, locked, diagnostics, cancellationToken);
        ClientDraft draft = Draft(named, schemas);
        if (Fill(draft, schemas) is not { } filled)
        {
            return null;
        }

        scalars.ReportUnmatched();
        StandIns standIns = new AlikeTypes(filled.Drafts, filled.Kinds, named.Shared, draft.BodyTypes, document.Schemas).Find();
        foreach (KeyValuePair<string, string> joined in standIns.All)
        {
            locked.Join(joined.Key, joined.Value);
        }

        ReportShared(named, filled, standIns);
        filled = filled.Joined(standIns);
        TypeSpelling spelling = new(filled.Drafts.All, standIns, named.Types, locked, document.Schemas, diagnostics);
        filled = filled.Spelled(spelling);
        named.Types.ReportChanged(filled.Drafts.All, diagnostics);
        named.Types.ReportUnnamed(filled.Drafts.All, diagnostics);
        draft = draft.Spelled(spelling);
        TypeUses uses = draft.UsesOf(filled.Drafts, options.Optional);
        FinishedClient finished = new ClientFinisher(document, options, names, specName, _documentation, diagnostics).Finish(draft, filled, uses);
        Record(finished, filled, locked, spelling);
        return new ClientModel(options.ClientName, new FileLayout(options, specName).Arrange(finished, names.Lines));
    }

    /// <summary>Completes the new text of the names file, or reports how the file differs from it.</summary>
    private void Record(FinishedClient finished, FilledTypes types, LockedTypes locked, TypeSpelling spelling)
    {
        if (!names.IsOn)
        {
            return;
        }

        HashSet<string> emitted = new(finished.Types.Select(static type => type.Name), StringComparer.Ordinal);
        locked.Record(types.Drafts.All.Where(draft => emitted.Contains(draft.Name)), spelling.Find);
        names.KeepMembersOf(emitted);
        if (!options.UpdatesNames)
        {
            names.ReportDifferences(options.Names);
        }
    }

    private Dictionary<string, string> OperationKeys(NamedClient named) => !names.IsOn ? [] : named.Operations.ToDictionary(
        static operation => operation.TypeOwner,
        static operation => LockKey.Operation(operation.Method, operation.Path),
        StringComparer.Ordinal);

    private NamedClient Name()
    {
        ClientNames classes = new(options.ClientName, options.Namespace);
        bool areShort = options.OperationNames == OperationNaming.Short;
        IReadOnlyList<NamedOperation> operations = new OperationNames(document, areShort, names, diagnostics).Assign();
        SchemaReading reading = new(
            schema => MeantSchemas.IsWrapper(schema, document.Schemas),
            schema => MeantSchemas.Layers(schema, document.Schemas),
            MediaTypes.BodyKindOf);
        LockedPlaces places = new(document, names, reading);
        IReadOnlyDictionary<string, string> components = ComponentNames.Of(document.ComponentKeys);
        ILookup<string, string> methods = operations.ToLookup(static operation => operation.Tag, static operation => operation.Name, StringComparer.Ordinal);
        IReadOnlyDictionary<string, GroupNames> groups = classes.AssignGroups(
            operations.Select(static operation => operation.Group),
            components.Values.Concat(places.Live),
            (tag, member) => methods[tag].Any(method => ClassMembers.CanBeOf(method, member)),
            names);
        ReportGroups(operations, groups);
        SharedSchemas shared = new(
            document.Schemas,
            options.ShareTypes,
            new PatchedSchemas(PatchedBodies.Of(operations), document.Schemas),
            new LockedShapes(places, document.Schemas).NameOf);
        TypeNames types = new(document, components, shared, places, classes.Reserved);
        LinkTargets links = new(operations);
        new LinkCheck(document.Links, links, diagnostics).Report(operations);
        return new NamedClient(classes, operations, groups, types, shared, places, links);
    }

    private void ReportGroups(IReadOnlyList<NamedOperation> operations, IReadOnlyDictionary<string, GroupNames> groups)
    {
        foreach (NamedOperation first in operations
            .GroupBy(operation => groups[operation.Group].TypeName, StringComparer.Ordinal)
            .Select(static group => group.First())
            .Where(static operation => operation.Group.Length > 0))
        {
            string tag = Identifier.Pascal(first.Group);
            string spoken = ArticleWords.WithoutIn(tag);
            string usual = ClientNames.UsualClass(tag);
            string type = groups[first.Group].TypeName;
            if (type != usual && type != ClientNames.UsualClass(spoken) && !names.IsLocked(ClientNames.ClassKey(tag)))
            {
                diagnostics.Add(
                    Descriptors.NameChanged,
                    document.Locations.Of(first.Operation),
                    usual,
                    ChangedName.Became(usual, type),
                    "the client or a component has that name");
            }

            if (groups[first.Group].PropertyName is { } property && property != tag && property != spoken && !names.IsLocked(ClientNames.GroupKey(tag)))
            {
                diagnostics.Add(
                    Descriptors.NameChanged,
                    document.Locations.Of(first.Operation),
                    first.Group,
                    ChangedName.Became(first.Group, property),
                    "the client or one of its members has that name");
            }
        }
    }

    /// <summary>Reports how many types replace how many inline schemas.</summary>
    /// <param name="filled">All types, also those for which another one stands.</param>
    private void ReportShared(NamedClient named, FilledTypes filled, StandIns standIns)
    {
        int[] shared = filled.Drafts.All
            .Where(static draft => draft is not ObjectDraft { IsForm: true })
            .GroupBy(draft => standIns.Of(draft.Key), StringComparer.Ordinal)
            .Select(type => type.Select(draft => named.Shared.StandIn(draft.Schema)).Distinct().Sum(schema => named.Shared.With(schema).Count))
            .Where(static schemas => schemas > 1)
            .ToArray();
        if (shared.Length > 0)
        {
            string types = shared.Length == 1 ? "one type" : shared.Length.Invariant() + " types";
            diagnostics.Add(Descriptors.TypesShared, document.Location, shared.Sum().Invariant(), types);
        }
    }

    private ClientDraft Draft(NamedClient named, SchemaParser schemas)
    {
        OperationParser parser = new(schemas, document, _documentation, names, options.ResultProperty, diagnostics);
        List<OperationDraft> operations = [];
        foreach (NamedOperation operation in named.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            operations.Add(parser.Parse(operation));
        }

        IncomingParser incoming = new(schemas, document.Incoming, document.Locations, _documentation, named.Classes.Webhooks, names, diagnostics);
        HeaderParser headers = new(schemas, document.Headers, _documentation, named.Classes.ResponseHeaders, names, document.Schemas, diagnostics);
        return new ClientDraft(named, operations, incoming.Parse(named.Operations), headers.Parse());
    }

    private FilledTypes? Fill(ClientDraft draft, SchemaParser schemas)
    {
        TypeDrafts? drafts = schemas.FillAll(draft.Operations.SelectMany(static operation => operation.Forms));
        if (drafts is not null)
        {
            new MappingCheck(document.Schemas, diagnostics).Report(drafts);
        }

        bool isWithinBudget = drafts is not null
            && draft.Named.Operations.All(operation => LinkParser.IsWithinBudget(document.Links[operation.Operation], operation, schemas));
        return isWithinBudget ? new FilledTypes(drafts!, new KindParser(schemas, drafts!, document.Schemas, document.Implied, diagnostics).Parse()) : null;
    }
}
