using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Resolves schemas to C# types.</summary>
internal sealed class SchemaParser
{
    /// <summary>
    /// The deepest nesting of a type. The compiler parses brackets recursively and allows 32 open brackets, including surrounding
    /// ones.
    /// </summary>
    private const int DeepestNesting = 24;

    private const string TooDeep = "The schema is nested too deeply";

    private readonly SchemaIndex _index;
    private readonly ImpliedSchemas _implied;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;

    /// <summary>The schemas that are being resolved, with the number of lists and maps above each.</summary>
    private readonly Dictionary<JsonSchema, int> _resolving = [];

    /// <summary>The schemas that allow null in one of their parts. The registry has their types without it.</summary>
    private readonly HashSet<JsonSchema> _nullable = [];

    private readonly SharedSchemas _shared;
    private readonly ScalarTypes _scalars;
    private readonly DraftRegistry _registry;
    private readonly MemberCollector _collector;
    private readonly MemberBudget _budget;
    private readonly PropertyParser _properties;
    private readonly FormKinds _formKinds;
    private readonly UnionParser _unions;
    private readonly TypeDecider _decider;
    private int _containers;

    public SchemaParser(
        SpecDocument document,
        TypeNames names,
        SharedSchemas shared,
        ScalarTypes scalars,
        LockedTypes locked,
        DiagnosticBag diagnostics,
        CancellationToken cancellationToken)
    {
        SchemaIndex index = document.Schemas;
        _index = index;
        _implied = document.Implied;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _shared = shared;
        _scalars = scalars;
        _registry = new DraftRegistry(index, names, shared, locked, diagnostics);
        MapValueParser mapValues = new(index, document.Implied, diagnostics);
        CombinedSchemas combined = new(index, document.Implied);
        _collector = new(mapValues, combined, index.Steps);
        Family family = new(index);
        DiscriminatorValues discriminators = new(index, _collector);
        _budget = new MemberBudget(document.Locations, diagnostics);
        _properties = new PropertyParser(this, _collector, family, discriminators, index, document.Implied, _budget, diagnostics);
        _formKinds = new FormKinds(family, discriminators, index);
        DiscriminatedCases discriminated = new(discriminators, new InferredDiscriminators(index, _collector), index);
        _unions = new UnionParser(this, _registry, discriminated, scalars, index, diagnostics);
        _decider = new TypeDecider(
            this,
            _registry,
            _unions,
            new EnumParser(_registry, scalars, index, diagnostics),
            new TupleParser(this, _registry),
            new PartDecider(this, _registry, _unions, mapValues, combined, scalars, index, diagnostics),
            mapValues,
            family,
            _collector,
            scalars,
            index);
    }

    /// <summary>Gets what collects the members of schemas.</summary>
    public MemberCollector Members => _collector;

    private IEnumerable<TypeDraft> Drafts => _registry.Drafts;

    /// <summary>Returns the draft of a type, also of an open enum.</summary>
    public TypeDraft? DraftOf(TypeRef type) => _registry.DraftOf(type);

    /// <summary>Returns the key with which the keys of a schema's inline types begin, or null if it has no name.</summary>
    public string? OwnerKey(JsonSchema actual) => _registry.OwnerKey(actual);

    /// <summary>Returns the type of a schema.</summary>
    /// <param name="hint">The key of an inline schema's type, from the place of the schema.</param>
    public TypeRef Resolve(JsonSchema schema, string hint, int depth = 0)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        TypeRef decided = _scalars.Given(schema, actual) ?? ResolveActual(actual, _registry.OwnerKey(actual) ?? hint, depth);
        _registry.NoteUse(schema, decided);
        TypeRef type = Secrets.TypeOf(decided, schema);
        NoteSecret(type, actual, isOnlyHere: Secrets.IsMarked(actual));
        return isNullable ? type.AsNullable() : type;
    }

    /// <summary>Returns the type of a member or parameter. Its name may make it a secret.</summary>
    public TypeRef ResolveNamed(JsonSchema schema, string wireName, string hint)
    {
        _registry.NoteMember(hint, wireName);
        TypeRef type = Secrets.TypeOf(Resolve(schema, hint), schema, wireName);
        NoteSecret(type, schema, isOnlyHere: schema.Reference is null && !_shared.IsShared(schema));
        return type;
    }

    /// <summary>Returns the type that a document names outside of the schema, or null if the schema is not a string or number.</summary>
    public TypeRef? Given(string name, JsonSchema schema, SpecLocation? location)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        TypeRef? type = _scalars.Given(name, actual, location);
        return isNullable ? type?.AsNullable() : type;
    }

    /// <summary>Returns the type of a value that is sent or received as text, whatever its schema. The schema can make it a secret.</summary>
    /// <param name="whyText">Why a number, an enum or a format has no effect. If it is empty, nothing is reported.</param>
    public TypeRef TextOf(JsonSchema? schema, string whyText = "")
    {
        if (schema is null)
        {
            return PrimitiveTypes.Text;
        }

        JsonSchema actual = SchemaFacts.Follow(schema);
        if (whyText.Length > 0 && ScalarTypes.IsMoreThanText(actual))
        {
            _diagnostics.Add(Descriptors.KeywordIgnored, _index.LocationOf(schema), "schema", whyText);
        }

        return Secrets.IsMarked(schema) || _scalars.HasPassword(actual) ? PrimitiveTypes.Sensitive : PrimitiveTypes.Text;
    }

    /// <summary>Returns the schema that stands for all schemas which share a type with this one.</summary>
    public JsonSchema StandIn(JsonSchema actual) => _shared.StandIn(actual);

    /// <summary>Returns the type of the items of a list or map.</summary>
    public TypeRef ResolveItem(JsonSchema schema, string hint, int depth)
    {
        _containers++;
        TypeRef type = Resolve(schema, hint, depth);
        _containers--;
        return type;
    }

    /// <summary>Returns the type of an alternative. Nested unions count towards the depth as lists do.</summary>
    public TypeRef ResolveCase(JsonSchema schema, string hint, int depth)
    {
        TypeRef type = Resolve(schema, hint, depth);
        return DraftOf(type) is UnionDraft { Height: >= DeepestNesting } ? Degrade(schema, TooDeep) : type;
    }

    /// <summary>Resolves the members of all drafts. No drafts are added afterwards.</summary>
    /// <param name="forms">The bodies that are sent field by field, one for each operation that sends it.</param>
    /// <returns>The drafts, or null if the document exceeds a limit.</returns>
    public TypeDrafts? FillAll(IEnumerable<TypeRef> forms)
    {
        while (_registry.Unfilled.Count > 0 && !_budget.IsSpent && _index.Steps.Exceeded is null)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _properties.Fill(_registry.Unfilled.Dequeue());
        }

        bool isWithinBudget = !_budget.IsSpent
            && _index.Steps.Exceeded is null
            && Drafts.OfType<UnionDraft>().All(union => TakeCases(union, union.Schema, []))
            && forms.All(form => TakeMembers(form, DraftOf(form)?.Schema));
        return isWithinBudget ? new TypeDrafts(Drafts.ToArray()) : null;
    }

    /// <summary>Returns whether a part of the document may have so many members.</summary>
    public bool TakeMembers(int members, object part) => _budget.Take(members, part);

    private bool TakeCases(UnionDraft union, JsonSchema schema, HashSet<TypeDraft> visited) =>
        !visited.Add(union)
            || union.Cases.All(@case => DraftOf(@case.Type) is UnionDraft inner ? TakeCases(inner, schema, visited) : TakeMembers(@case.Type, schema));

    private bool TakeMembers(TypeRef type, JsonSchema? schema) =>
        schema is null || _budget.Take(DraftOf(type) is ObjectDraft record ? record.Properties.Count + 1 : 1, schema);

    /// <summary>Returns the record of a schema, or null if the schema is not a record.</summary>
    public ObjectDraft? AddObject(JsonSchema actual, string hint) => DraftOf(_registry.DeclareObject(actual, hint)) as ObjectDraft;

    /// <summary>Adds the record of a form. It is a separate type, because binary means a file in it.</summary>
    /// <param name="partTypes">The media types of the parts that are not sent as JSON.</param>
    public ObjectDraft AddForm(JsonSchema actual, string hint, PartTypes partTypes) =>
        _registry.AddForm(actual, hint, partTypes);

    /// <summary>Adds the places that a schema has in the names file to the form as which it is sent.</summary>
    public void NoteUse(JsonSchema schema, TypeRef form) => _registry.NoteUse(schema, form);

    /// <summary>Adds a place to the record of a form that several operations send.</summary>
    public void AddPlace(JsonSchema actual, TypeRef form, string key) => _registry.AddPlace(actual, form, key);

    /// <summary>Returns the discriminator values that a form sends for the bases of its record.</summary>
    public IEnumerable<(string Property, IReadOnlyList<string> Values)> KindsOf(ObjectDraft form) => _formKinds.Of(form.Schema);

    /// <summary>Declares a union for the results of an operation, which no schema describes.</summary>
    public TypeRef DeclareUnion(object owner, IReadOnlyList<TypeRef> types, string hint)
    {
        JsonSchema schema = _implied.Of(owner);
        return _unions.Declare(schema, types.Select(type => (type, schema)).ToArray(), hint);
    }

    /// <summary>Returns the type of a member of an envelope, or null if there is no such member.</summary>
    public TypeRef? TryUnwrap(JsonSchema envelope, string wireName, string hint) =>
        _properties.TryParseMember(SchemaFacts.Follow(envelope), wireName) is { } schema
            ? Resolve(schema, TypeKey.Part(hint, "Result"))
            : null;

    /// <summary>Marks an inline type as a secret if it is used only for a secret. A part with a name is also used elsewhere.</summary>
    private void NoteSecret(TypeRef type, JsonSchema schema, bool isOnlyHere)
    {
        if (type.IsSecret && isOnlyHere && DraftOf(type.AsRequired()) is { } draft
            && (ReferenceEquals(draft.Schema, schema) || _index.OriginOf(draft.Schema)?.Name is null))
        {
            draft.IsSecret = true;
        }
    }

    private TypeRef ResolveActual(JsonSchema actual, string hint, int depth)
    {
        bool isRecursive = _resolving.TryGetValue(actual, out int containers);
        if (isRecursive && containers == _containers)
        {
            // The schema consumes no input before it contains itself, so reading it would never end.
            return Degrade(actual, "The schema contains itself without an object in between");
        }

        if (_registry.TypeOf(actual) is { } known)
        {
            _registry.AddPlace(actual, known, hint);
            return _nullable.Contains(_shared.StandIn(actual)) ? known.AsNullable() : known;
        }

        if (depth > DeepestNesting)
        {
            return Degrade(actual, TooDeep);
        }

        if (isRecursive)
        {
            return _decider.Recur(actual, hint);
        }

        _resolving.Add(actual, _containers);
        TypeRef type = _decider.Decide(actual, hint, depth);
        if (type.Height > DeepestNesting)
        {
            type = Degrade(actual, TooDeep);
        }

        _resolving.Remove(actual);

        // A schema that contains itself has been declared while it was resolved.
        TypeRef decided = _registry.TypeOf(actual) is { } declared ? declared with { IsSecret = declared.IsSecret || type.IsSecret } : type.AsRequired();
        _registry.Remember(actual, decided);
        if (type.IsNullable)
        {
            _nullable.Add(_shared.StandIn(actual));
        }

        return type.IsNullable ? decided.AsNullable() : decided;
    }

    /// <summary>Returns raw JSON for a schema that cannot be expressed as a type, and reports why.</summary>
    public TypeRef Degrade(JsonSchema actual, string why)
    {
        _diagnostics.Add(Descriptors.SchemaDegraded, _index.LocationOf(actual), why);
        return Secrets.OfAny([actual]);
    }
}
