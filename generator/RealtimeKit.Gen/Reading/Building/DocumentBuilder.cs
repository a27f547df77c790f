using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Building.Schemas;
using RealtimeKit.Gen.Reading.Checks;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Selection;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>
/// Fills NSwag's typed document with the selected operations and everything that they refer to. NSwag's parser is not used: it
/// accesses the network, loses positions, and rejects the whole document because of one dangling reference.
/// </summary>
internal sealed class DocumentBuilder
{
    private readonly SlicedSpec _spec;
    private readonly SpecReferences _references;
    private readonly DiagnosticBag _diagnostics;
    private readonly DocumentParts _parts = new();
    private readonly OpenApiDocument _document = new() { OpenApi = "3.0.3" };
    private readonly NullableTwins _twins;
    private readonly SchemaBuilder _schemas;
    private readonly SecurityBuilder _security;
    private readonly OperationBuilder _operations;
    private readonly DerivedSchemas _derived;
    private readonly SwaggerUpgrader? _swagger;
    private readonly CancellationToken _cancellationToken;

    /// <param name="keptName">Returns the name that is kept for the type of a component by the reference to it, or null.</param>
    public DocumentBuilder(
        SlicedSpec spec,
        SpecReferences references,
        Func<string, string?> keptName,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken)
    {
        _spec = spec;
        _references = references;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        NullAlternatives nulls = new(references);
        SchemaUpgrader upgrader = new(spec.Dialect, SpanFormat.IsOfNSwag(spec.Root), nulls, new ConstantAlternatives(references));
        _twins = new NullableTwins(references.Root, keptName);
        _schemas = new SchemaBuilder(_parts.Schemas, upgrader, references, nulls, _twins, diagnostics, cancellationToken);
        _derived = new DerivedSchemas(references, _schemas, _parts.Schemas);
        _schemas.Reached = _derived.Reach;
        _swagger = spec.Dialect == SpecDialect.Swagger20 ? new SwaggerUpgrader(spec.Root, references) : null;
        _security = new SecurityBuilder(spec.Root, _swagger is not null, references, diagnostics);
        _operations = new OperationBuilder(
            _parts,
            new HashSet<string>(spec.OperationIds, StringComparer.Ordinal),
            _schemas,
            references,
            _security,
            _swagger,
            diagnostics);
    }

    /// <returns>The document, or null if its operations share more than the limit.</returns>
    public SpecDocument? Build()
    {
        BuildHead();
        if (!BuildPaths() || !BuildWebhooks() || !FillSchemas())
        {
            return null;
        }

        new UnknownKeys(_references, _diagnostics).Report(
            _spec,
            _parts.Schemas.Origins.Select(static origin => origin.Value).Where(static origin => origin.Name is not null).Select(static origin => origin.Node));
        new CompositionCycles(_parts.Schemas, _diagnostics).Cut();
        NameComponents();
        return new SpecDocument
        {
            Document = _document,
            Location = _spec.Root.Location,
            IsSwagger = _spec.Dialect == SpecDialect.Swagger20,
            HasStyledParts = _spec.Dialect == SpecDialect.OpenApi31,
            Schemas = _parts.Schemas,
            Implied = new ImpliedSchemas(_parts.Schemas, _parts.Locations),
            Locations = _parts.Locations,
            Parameters = _parts.Parameters,
            Links = _parts.Links.ToLookup(static link => link.From, static link => link.Link),
            Headers = _parts.Headers,
            Incoming = _parts.Incoming,
            ServerNames = _parts.ServerNames,
            ComponentKeys = ComponentKeyList.Of(_spec.Root, _references, _twins),
            Holders = RegisterHolders(),
            LeftOut = _spec.LeftOut,
        };
    }

    /// <returns>Whether the operations stay within the limit of what they may share.</returns>
    private bool BuildPaths()
    {
        foreach (IGrouping<string, SlicedOperation> path in _spec.Operations.GroupBy(static operation => operation.Path, StringComparer.Ordinal))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            OpenApiPathItem pathItem = [];
            foreach (SlicedOperation operation in path)
            {
                SpecNode? shared = operation.Operation["security"] is null ? _spec.Root["security"] : null;
                if (!_references.Reuse.Take(shared) || !_references.Reuse.TakeShared(operation.Operation))
                {
                    return false;
                }

                pathItem[operation.Method] = _operations.Build(operation);
            }

            _document.Paths[path.Key] = pathItem;
        }

        return true;
    }

    private bool BuildWebhooks()
    {
        foreach (SlicedOperation webhook in _spec.Webhooks)
        {
            _parts.Incoming.Add(new IncomingOperation(webhook.Path, "", webhook.Method, _operations.Build(webhook, isIncoming: true), Owner: null));
        }

        return !_references.Reuse.IsSpent;
    }

    /// <summary>Fills the schemas that have been reached, including those that extend a base.</summary>
    private bool FillSchemas()
    {
        do
        {
            _schemas.FillAll();
        }
        while (_derived.BuildReached());

        return !_references.Reuse.IsSpent;
    }

    private void NameComponents()
    {
        foreach (KeyValuePair<JsonSchema, SchemaOrigin> origin in _parts.Schemas.Origins)
        {
            if (origin.Value.Name is { } name && !_document.Components.Schemas.ContainsKey(name))
            {
                _document.Components.Schemas[name] = origin.Key;
            }
        }
    }

    /// <summary>Registers the components that contain inline schemas, and returns them.</summary>
    private SchemaHolder[] RegisterHolders()
    {
        List<SchemaHolder> holders = [];
        foreach ((SpecNode node, SchemaHolder holder) in SchemaHolders.Of(_spec.Root))
        {
            holders.Add(holder);
            if (_schemas.Known(node) is { } schema)
            {
                _parts.Schemas.AddHolder(schema, holder);
            }
        }

        return holders.ToArray();
    }

    private void BuildHead()
    {
        SpecMapping root = _spec.Root;
        _document.Info = new OpenApiInfo
        {
            Title = root["info"].AsMapping()?["title"].AsText() ?? "",
            Description = root["info"].AsMapping()?["description"].AsText(),
        };
        _document.ExternalDocumentation = DocsBuilder.Build(root);
        IEnumerable<SpecMapping> servers = _swagger?.UpgradeServers() ?? root["servers"].AsSequence()?.Items.OfType<SpecMapping>() ?? [];
        foreach (SpecMapping server in servers)
        {
            OpenApiServer built = OperationBuilder.BuildServer(server, _parts.Locations);
            _document.Servers.Add(built);
            if (server["name"].AsText() is { Length: > 0 } name)
            {
                _parts.ServerNames[built] = name;
            }
        }

        foreach (SpecMapping tag in root["tags"].AsSequence()?.Items.OfType<SpecMapping>() ?? [])
        {
            _document.Tags.Add(new OpenApiTag
            {
                Name = tag["name"].AsText() ?? "",
                Description = tag["description"].AsText() ?? tag["summary"].AsText(),
                ExternalDocumentation = DocsBuilder.Build(tag),
            });
            foreach (string keyword in new[] { "parent", "kind" })
            {
                if (tag[keyword] is not null)
                {
                    _diagnostics.Add(Descriptors.KeywordIgnored, tag.KeyLocation(keyword), keyword, "every tag is a direct property of the client");
                }
            }
        }

        if (root["security"] is SpecSequence security)
        {
            _document.Security = _security.Build(security).ToList();
        }

        _security.BuildSchemes(_document.Components.SecuritySchemes);
        ReportLookAlikes(root);
    }

    private void ReportLookAlikes(SpecMapping root)
    {
        NamedSchema[] schemas = NamedSchema.Of(root).ToArray();
        foreach ((string name, string like) in LookAlikes.Find(schemas.Select(static schema => schema.Name)))
        {
            _diagnostics.AddLookAlike(schemas.First(schema => schema.Name == name).Node.Location, name, like);
        }
    }
}
