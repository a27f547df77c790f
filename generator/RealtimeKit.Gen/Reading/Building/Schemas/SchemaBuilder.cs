using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Checks;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;
using RealtimeKit.Gen.Reading.Upgrading;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Creates NSwag's schema objects from the tree. A reference becomes an object reference to a schema that is filled later, so
/// that the stack grows only with the nesting of the text, which is bounded, and not with a chain of references.
/// </summary>
internal sealed class SchemaBuilder(
    SchemaRegister register,
    SchemaUpgrader upgrader,
    SpecReferences references,
    NullAlternatives nulls,
    NullableTwins twins,
    DiagnosticBag diagnostics,
    CancellationToken cancellationToken)
{
    private readonly Dictionary<SpecNode, JsonSchema> _schemas = [];
    private readonly Queue<(JsonSchema Schema, SpecNode Node, SpecNode Root)> _unfilled = new();
    private readonly SchemaPointers _pointers = new(references);
    private readonly DirectionMarks _marks = new(references, nulls);

    private BaseParts? _bases;

    /// <summary>The root of the schema that is being filled.</summary>
    private SpecNode? _root;

    private SchemaFiller? _filler;

    /// <summary>Gets or sets the callback for each component that is reached for the first time.</summary>
    public Action<JsonSchema, SchemaOrigin>? Reached { get; set; }

    /// <summary>Gets the parts of schemas that lead to a base.</summary>
    public BaseParts Bases => _bases ??= new BaseParts(references, nulls, twins);

    /// <summary>Returns the parts of a composed schema. Keywords beside a <c>$ref</c> make one of it since OpenAPI 3.1.</summary>
    public IEnumerable<SpecNode> PartsOf(SpecNode node) => node is not SpecMapping schema ? []
        : Bases.Of(schema["$ref"] is null || schema.Entries.Count == 1 ? schema : upgrader.Upgrade(schema).Schema);

    /// <summary>Returns the schema of a node. The next <see cref="FillAll"/> fills it.</summary>
    public JsonSchema Build(SpecNode node)
    {
        if (_schemas.TryGetValue(node, out JsonSchema? known))
        {
            return known;
        }

        SpecNode? outer = _root;
        _root ??= node;
        JsonSchema schema = Add(new JsonSchema(), node);
        _root = outer;
        return schema;
    }

    /// <summary>Returns the schema of a node if the node has been reached, or null.</summary>
    public JsonSchema? Known(SpecNode node) => _schemas.TryGetValue(node, out JsonSchema? known) ? known : null;

    /// <summary>Returns the target of a reference, or null after reporting a diagnostic.</summary>
    public JsonSchema? BuildReferenced(SpecNode holder, string reference)
    {
        if (references.Resolve(holder, reference) is not { } target)
        {
            return null;
        }

        // An OpenAPI document is also a mapping, but not a schema.
        bool isDocument = target is SpecMapping mapping && (mapping["openapi"] ?? mapping["swagger"]) is SpecScalar && mapping["info"] is not null;
        if (isDocument || target is not (SpecMapping or SpecScalar { Kind: SpecScalarKind.Boolean }))
        {
            SpecNode place = (holder as SpecMapping)?["$ref"] ?? holder;
            diagnostics.Add(Descriptors.DocumentInvalid, place.Location, $"'{reference}' is used as a schema but is not one");
            return null;
        }

        if (twins.Of(target) is { } twin)
        {
            JsonSchema shared = Name(twin.Described, holder, references.RootPath + twin.Component.Reference, twin.Described);
            return ReferenceEquals(target, twin.Described) ? shared : NullableTwin(target, shared);
        }

        return Name(target, holder, references.Canonical(holder, reference), EnclosingComponent(holder, reference) ?? target);
    }

    /// <summary>Returns the schema of a node with a name.</summary>
    private JsonSchema Name(SpecNode target, SpecNode holder, string canonical, SpecNode root)
    {
        JsonSchema schema = Get(target, root, out bool isNew);
        if (isNew || register.OriginOf(schema)?.Name is null)
        {
            SchemaOrigin origin = new(target, PointerName.Of(canonical), canonical);
            register.Add(schema, origin);
            Reached?.Invoke(schema, origin);
        }

        return schema;
    }

    /// <summary>Returns a schema that allows null and the values of the shared schema.</summary>
    private JsonSchema NullableTwin(SpecNode node, JsonSchema shared)
    {
        if (!_schemas.TryGetValue(node, out JsonSchema? twin))
        {
            _schemas[node] = twin = new JsonSchema { Reference = shared, IsNullableRaw = true };
            register.Add(twin, new SchemaOrigin(node, null, ""));
        }

        return twin;
    }

    /// <summary>Returns the component that contains the target of a reference, or null.</summary>
    private SpecNode? EnclosingComponent(SpecNode holder, string reference)
    {
        const string Components = "#/components/schemas/";
        int end = reference.StartsWith(Components, StringComparison.Ordinal) ? reference.IndexOf('/', Components.Length) : -1;
        return end < 0 ? null : references.Peek(holder, reference.Substring(0, end));
    }

    public void FillAll()
    {
        while (_unfilled.Count > 0 && !references.Reuse.IsSpent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (JsonSchema schema, SpecNode node, _root) = _unfilled.Dequeue();
            Fill(schema, node);
            _root = null;
        }
    }

    private JsonSchema Get(SpecNode node, SpecNode root, out bool isNew)
    {
        isNew = !_schemas.TryGetValue(node, out JsonSchema? schema);
        if (isNew)
        {
            _schemas[node] = schema = new JsonSchema();
            _unfilled.Enqueue((schema, node, root));
        }

        return schema!;
    }

    /// <summary>Returns the schema of a member.</summary>
    public JsonSchemaProperty BuildProperty(SpecNode node)
    {
        if (!_schemas.TryGetValue(node, out JsonSchema? known))
        {
            return Add(new JsonSchemaProperty(), node);
        }

        // The node was already reached by a reference or a YAML alias. Both share one schema, with a member in each place.
        references.Reuse.Take(node);
        JsonSchemaProperty property = new() { Reference = known };
        if (node is SpecMapping mapping)
        {
            _marks.Fill(property, mapping);
        }

        register.Add(property, new SchemaOrigin(node, null, ""));
        return property;
    }

    private T Add<T>(T schema, SpecNode node)
        where T : JsonSchema
    {
        _schemas[node] = schema;
        register.Add(schema, new SchemaOrigin(node, null, ""));
        Fill(schema, node);
        return schema;
    }

    private void Fill(JsonSchema schema, SpecNode node)
    {
        if (node is not (SpecMapping or SpecScalar { Kind: SpecScalarKind.Boolean }))
        {
            diagnostics.Add(Descriptors.DocumentInvalid, node.Location, "A schema must be a mapping");
            return;
        }

        SpecMapping? written = node.AsMapping();
        if (written is not null)
        {
            RequiredLists.Report(written, diagnostics);
            ObjectTypes.Report(written, diagnostics);
            VoidKeywords.Report(written, diagnostics);
            SchemaLists.Report(written, diagnostics);
        }

        if (written?["$dynamicRef"] is not null)
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored,
                written.KeyLocation("$dynamicRef"),
                "$dynamicRef",
                "it is read as $ref, because a C# type cannot depend on where it is used");
        }

        (SpecMapping mapping, SchemaTraits traits) = upgrader.Upgrade(node);
        SchemaAnnotations.Fill(schema, mapping, _marks);
        register.AddTraits(schema, traits);
        register.AddDocs(schema, DocsBuilder.Build(mapping));
        if (mapping["x-dotnet-type"] is { } type)
        {
            register.AddDotNetType(schema, type.Location);
        }

        if (mapping.Reference() is { } reference)
        {
            JsonSchema? target = SchemaPointers.IsWithinSchema(reference)
                && !references.IsWithinResource(mapping, reference)
                && references.Peek(mapping, reference) is null
                ? BuildWithin(mapping, reference)
                : BuildReferenced(mapping, reference);
            schema.Reference = ReferenceEquals(target, schema) ? null : target;
            return;
        }

        IgnoredKeywords.ReportSchema(node, mapping, diagnostics);
        _filler ??= new SchemaFiller(this, new DiscriminatorBuilder(references, register, diagnostics), references, diagnostics);
        _filler.Fill(schema, mapping);
    }

    /// <summary>Returns the target of a reference within the schema that is being filled, or null after reporting a diagnostic.</summary>
    private JsonSchema? BuildWithin(SpecMapping holder, string reference)
    {
        if (_pointers.Find(_root ?? holder, reference) is not { } place)
        {
            diagnostics.Add(Descriptors.ReferenceWithinSchema, holder["$ref"]!.Location, reference);
            return null;
        }

        if (references.ComponentReference(place.Root) is { } component)
        {
            return BuildReferenced(holder, component + place.Pointer);
        }

        JsonSchema schema = Get(place.Node, place.Root, out bool isNew);
        if (isNew)
        {
            register.Add(schema, new SchemaOrigin(place.Node, null, ""));
        }

        return schema;
    }
}
