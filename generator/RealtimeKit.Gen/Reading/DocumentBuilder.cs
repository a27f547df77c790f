using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading;

/// <summary>
/// Fills NSwag's typed document with the selected operations and all that they refer to. NSwag is never asked to
/// parse: that reaches the network, loses positions, and loses the whole document over one dangling reference.
/// </summary>
internal sealed class DocumentBuilder
{
    private readonly SlicedSpec _spec;
    private readonly SpecReferences _references;
    private readonly DiagnosticBag _diagnostics;
    private readonly SpecDocument _document;
    private readonly SchemaBuilder _schemas;
    private readonly SecurityBuilder _security;
    private readonly OperationBuilder _operations;
    private readonly DerivedSchemas _derived;
    private readonly SwaggerUpgrader? _swagger;
    private readonly CancellationToken _cancellationToken;

    public DocumentBuilder(SlicedSpec spec, SpecReferences references, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _spec = spec;
        _references = references;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _document = new SpecDocument(new OpenApiDocument { OpenApi = "3.0.3" }) { IsSwagger = spec.Dialect == SpecDialect.Swagger20 };
        _document.OperationIds.UnionWith(spec.OperationIds);
        _schemas = new SchemaBuilder(_document, spec.Dialect, references, diagnostics, cancellationToken) { IsOfNSwag = SpanFormat.IsOfNSwag(spec.Root) };
        _derived = new DerivedSchemas(spec.Root, references, _schemas, _document);
        _schemas.Reached = _derived.Reach;
        _swagger = spec.Dialect == SpecDialect.Swagger20 ? new SwaggerUpgrader(spec.Root, references) : null;
        _security = new SecurityBuilder(spec.Root, _swagger is not null, references, diagnostics);
        _operations = new OperationBuilder(_document, _schemas, references, _security, _swagger, diagnostics);
    }

    /// <returns>Null where the operations share more than is read.</returns>
    public SpecDocument? Build()
    {
        BuildHead();
        foreach (IGrouping<string, SlicedOperation> path in _spec.Operations.GroupBy(static operation => operation.Path, StringComparer.Ordinal))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            OpenApiPathItem pathItem = [];
            foreach (SlicedOperation operation in path)
            {
                if (!_references.Reuse.Take(operation.Operation["security"] is null ? _spec.Root["security"] : null))
                {
                    return null;
                }

                if (!_references.Reuse.TakeShared(operation.Operation))
                {
                    return null;
                }

                pathItem[operation.Method] = _operations.Build(operation);
            }

            _document.Document.Paths[path.Key] = pathItem;
        }

        foreach (SlicedOperation webhook in _spec.Webhooks)
        {
            _document.Incoming.Add(new IncomingOperation(webhook.Path, "", webhook.Method, _operations.Build(webhook, isIncoming: true), Owner: null));
        }

        if (_references.Reuse.IsSpent)
        {
            return null;
        }

        _document.LeftOut = _spec.LeftOut;
        do
        {
            _schemas.FillAll();
        }
        while (_derived.BuildReached());

        if (_references.Reuse.IsSpent)
        {
            return null;
        }

        new UnknownKeys(_references, _diagnostics).Report(_spec, _document.Origins.Select(static origin => origin.Value).Where(static origin => origin.Name is not null).Select(static origin => origin.Node));
        new CompositionCycles(_document, _diagnostics).Cut();
        foreach (KeyValuePair<JsonSchema, SchemaOrigin> origin in _document.Origins)
        {
            if (origin.Value.Name is { } name && !_document.Document.Components.Schemas.ContainsKey(name))
            {
                _document.Document.Components.Schemas[name] = origin.Key;
            }
        }

        return _document;
    }

    private void BuildHead()
    {
        SpecMapping root = _spec.Root;
        _document.Document.Info = new OpenApiInfo
        {
            Title = root["info"].AsMapping()?["title"].AsText() ?? "",
            Description = root["info"].AsMapping()?["description"].AsText(),
        };
        _document.Document.ExternalDocumentation = DocsBuilder.Build(root);
        IEnumerable<SpecMapping> servers = _swagger?.UpgradeServers() ?? root["servers"].AsSequence()?.Items.OfType<SpecMapping>() ?? [];
        foreach (SpecMapping server in servers)
        {
            OpenApiServer built = OperationBuilder.BuildServer(server);
            _document.Add(built, server.Location);
            _document.Document.Servers.Add(built);
            if (server["name"].AsText() is { Length: > 0 } name)
            {
                _document.ServerNames[built] = name;
            }
        }

        foreach (SpecMapping tag in root["tags"].AsSequence()?.Items.OfType<SpecMapping>() ?? [])
        {
            _document.Document.Tags.Add(new OpenApiTag
            {
                Name = tag["name"].AsText() ?? "",
                Description = tag["description"].AsText() ?? tag["summary"].AsText(),
                ExternalDocumentation = DocsBuilder.Build(tag),
            });
            foreach (string keyword in new[] { "parent", "kind" })
            {
                if (tag[keyword] is not null)
                {
                    _diagnostics.Add(Descriptors.KeywordIgnored, tag.KeyLocation(keyword), keyword, "the operations of every tag hang on the client itself");
                }
            }
        }

        if (root["security"] is SpecSequence security)
        {
            _document.Document.Security = _security.Build(security).ToList();
        }

        _security.BuildSchemes(_document.Document.Components.SecuritySchemes);
        ReportLookAlikes(root);
        _document.ComponentKeys = NamedSchema.Of(root)
            .Select(schema => new SchemaKey(_references.RootPath + schema.Reference, schema.Name, schema.Node.AsMapping()?["x-ms-client-name"].AsText()))
            .ToArray();
    }

    private void ReportLookAlikes(SpecMapping root)
    {
        NamedSchema[] schemas = NamedSchema.Of(root).ToArray();
        foreach ((string name, string like) in LookAlikes.Find(schemas.Select(static schema => schema.Name)))
        {
            _diagnostics.Add(Descriptors.NamesLookAlike, schemas.First(schema => schema.Name == name).Node.Location, name, like, LookAlikes.Foreign(name));
        }
    }
}
