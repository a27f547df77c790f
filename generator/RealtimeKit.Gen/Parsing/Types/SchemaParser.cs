using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Decides which C# type a schema means.</summary>
internal sealed class SchemaParser
{
    /// <summary>The compiler reads brackets by recursion, of which 32 are open at once at most: these, and those around them.</summary>
    private const int DeepestNesting = 24;

    private const string TooDeep = "The schema nests too deep";

    private readonly SchemaIndex _index;
    private readonly ImpliedSchemas _implied;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellationToken;

    /// <summary>What is being decided, and how many lists and maps the way to it led through.</summary>
    private readonly Dictionary<JsonSchema, int> _resolving = [];

    private readonly DraftRegistry _registry;
    private readonly MapValueParser _mapValues;
    private readonly MemberBudget _budget;
    private readonly PropertyParser _properties;
    private readonly FormKinds _formKinds;
    private readonly EnumParser _enums;
    private readonly UnionParser _unions;
    private readonly TupleParser _tuples;
    private readonly Family _family;
    private readonly PartConflicts _conflicts;
    private int _containers;

    public SchemaParser(SpecDocument document, TypeNames names, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        SchemaIndex index = document.Schemas;
        _index = index;
        _implied = document.Implied;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _registry = new DraftRegistry(index, names, diagnostics);
        _mapValues = new MapValueParser(index, document.Implied, diagnostics);
        MemberCollector collector = new(_mapValues);
        _family = new Family(index);
        _conflicts = new PartConflicts(index, diagnostics);
        DiscriminatorValues discriminators = new(index, collector);
        _budget = new MemberBudget(document.Locations, diagnostics);
        _properties = new PropertyParser(this, collector, _family, discriminators, index, document.Implied, _budget, diagnostics);
        _formKinds = new FormKinds(_family, discriminators, index);
        _enums = new EnumParser(_registry, index, diagnostics);
        _unions = new UnionParser(this, _registry, new DiscriminatedCases(discriminators, index), index, diagnostics);
        _tuples = new TupleParser(this, _registry);
    }

    private IEnumerable<TypeDraft> Drafts => _registry.Drafts;

    /// <summary>The draft behind a type, an open enum's too.</summary>
    public TypeDraft? DraftOf(TypeRef type) => _registry.DraftOf(type);

    /// <summary>What schemas within this one are named after, where it has a name itself.</summary>
    public string? OwnerName(JsonSchema actual) => _registry.OwnerName(actual);

    /// <summary>What inline schemas within a type are named after.</summary>
    public string OwnerName(TypeDraft draft) => _registry.OwnerName(draft);

    /// <summary>The type of a schema.</summary>
    /// <param name="hint">The name of an inline schema's type, after the place where it stands.</param>
    public TypeRef Resolve(JsonSchema schema, string hint, int depth = 0)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        TypeRef type = Secrets.TypeOf(ResolveActual(actual, _registry.OwnerName(actual) ?? hint, depth), schema);
        NoteSecret(type, isOnlyHere: Secrets.IsMarked(actual));
        return isNullable ? type.AsNullable() : type;
    }

    /// <summary>The type of a member or a parameter, which its name may make a secret.</summary>
    public TypeRef ResolveNamed(JsonSchema schema, string wireName, string hint)
    {
        TypeRef type = Secrets.TypeOf(Resolve(schema, hint), schema, wireName);
        NoteSecret(type, isOnlyHere: schema.Reference is null);
        return type;
    }

    /// <summary>The type of what a list or map holds.</summary>
    public TypeRef ResolveItem(JsonSchema schema, string hint, int depth)
    {
        _containers++;
        TypeRef type = Resolve(schema, hint, depth);
        _containers--;
        return type;
    }

    /// <summary>The type of an alternative: a union that holds unions that hold unions is as deep as any list.</summary>
    public TypeRef ResolveCase(JsonSchema schema, string hint, int depth)
    {
        TypeRef type = Resolve(schema, hint, depth);
        return DraftOf(type) is UnionDraft { Height: >= DeepestNesting } ? Degrade(schema, TooDeep) : type;
    }

    /// <summary>Fills all drafts; there are no new ones afterwards.</summary>
    /// <param name="forms">The bodies that are sent field by field, one for each operation that sends it.</param>
    /// <returns>The drafts, or null if they have too many members together.</returns>
    public TypeDrafts? FillAll(IEnumerable<TypeRef> forms)
    {
        while (_registry.Unfilled.Count > 0 && !_budget.IsSpent)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _properties.Fill(_registry.Unfilled.Dequeue());
        }

        bool isWithinBudget = !_budget.IsSpent
            && Drafts.OfType<UnionDraft>().All(union => TakeCases(union, union.Schema, []))
            && forms.All(form => TakeMembers(form, DraftOf(form)?.Schema));
        return isWithinBudget ? new TypeDrafts(Drafts.ToArray()) : null;
    }

    /// <summary>Whether a part of the document may have so many members of its own.</summary>
    public bool TakeMembers(int members, object part) => _budget.Take(members, part);

    private bool TakeCases(UnionDraft union, JsonSchema schema, HashSet<TypeDraft> visited) =>
        !visited.Add(union)
            || union.Cases.All(@case => DraftOf(@case.Type) is UnionDraft inner ? TakeCases(inner, schema, visited) : TakeMembers(@case.Type, schema));

    private bool TakeMembers(TypeRef type, JsonSchema? schema) =>
        schema is null || _budget.Take(DraftOf(type) is ObjectDraft record ? record.Properties.Count + 1 : 1, schema);

    /// <summary>The record of a schema; null where the schema means something else than a record of its own.</summary>
    public ObjectDraft? AddObject(JsonSchema actual, string hint) => DraftOf(Object(actual, hint)) as ObjectDraft;

    /// <summary>The record of a form's body: a type of its own, as binary means a file in it.</summary>
    public ObjectDraft AddForm(JsonSchema actual, string hint) => _registry.AddForm(actual, hint);

    /// <summary>What a form says in the discriminators of the bases that its record extends.</summary>
    public IEnumerable<(string Property, IReadOnlyList<string> Values)> KindsOf(ObjectDraft form) => _formKinds.Of(form.Schema);

    /// <summary>A union that no schema describes: the several results of an operation.</summary>
    public TypeRef DeclareUnion(object owner, IReadOnlyList<TypeRef> types, string hint)
    {
        JsonSchema schema = _implied.Of(owner);
        return _unions.Declare(schema, types.Select(type => (type, schema)).ToArray(), hint);
    }

    /// <summary>The type of one member of an envelope, or null where it has no such member.</summary>
    public TypeRef? TryUnwrap(JsonSchema envelope, string wireName, string hint) =>
        _properties.TryParseMember(SchemaFacts.Follow(envelope), wireName) is { } schema
            ? Resolve(schema, Identifier.Within(hint, "Result")).AsRequired()
            : null;

    /// <summary>What stands nowhere but in a secret's place is one itself, by whomever it is shown.</summary>
    private void NoteSecret(TypeRef type, bool isOnlyHere)
    {
        if (type.IsSecret && isOnlyHere && DraftOf(type.AsRequired()) is { } draft)
        {
            draft.IsSecret = true;
        }
    }

    private TypeRef ResolveActual(JsonSchema actual, string hint, int depth)
    {
        bool isRecursive = _resolving.TryGetValue(actual, out int containers);
        if (isRecursive && containers == _containers)
        {
            // Nothing is consumed on the way round: whoever read such a value would never end.
            return Degrade(actual, "The schema contains itself without an object in between");
        }

        if (_registry.TypeOf(actual) is { } known)
        {
            return known;
        }

        if (depth > DeepestNesting)
        {
            return Degrade(actual, TooDeep);
        }

        if (isRecursive)
        {
            return Recur(actual, hint);
        }

        _resolving.Add(actual, _containers);
        TypeRef type = Decide(actual, hint, depth);
        if (type.Height > DeepestNesting)
        {
            type = Degrade(actual, TooDeep);
        }

        _resolving.Remove(actual);

        // What was met within itself has been declared by then.
        TypeRef decided = _registry.TypeOf(actual) ?? type.AsRequired();
        _registry.Remember(actual, decided);
        return type.IsNullable ? decided.AsNullable() : decided;
    }

    /// <summary>
    /// A schema met while it is being decided. C# has no alias that could hold itself, so that it must be a type of its
    /// own: a union, or a map as a record without members. A list that holds nothing but itself stays raw JSON.
    /// </summary>
    private TypeRef Recur(JsonSchema actual, string hint) =>
        SchemaFacts.Branches(actual).Count > 1 ? _unions.Declare(actual, [], hint)
        : actual.Items.Count > 0 ? _tuples.Declare(actual, hint)
        : actual.AllOf.Count == 0 && actual.Item is null && SchemaFacts.IsObjectLike(actual) ? Object(actual, hint)
        : Degrade(actual, "The schema contains itself without an object in between");

    private TypeRef Decide(JsonSchema actual, string hint, int depth)
    {
        if (actual.Enumeration.Count > 0)
        {
            return _enums.Parse(actual, hint);
        }

        IReadOnlyList<JsonSchema> branches = SchemaFacts.Branches(actual);
        if (branches.Count > 0)
        {
            return DecideBranches(actual, branches, hint, depth);
        }

        if (actual.AllOf.Count > 0)
        {
            if (SchemaFacts.OnlyPart(actual, _index) is { } part)
            {
                return Resolve(part, hint, depth + 1);
            }

            JsonSchema[] structural = actual.AllOf.Where(SchemaFacts.IsStructural).ToArray();
            JsonSchema[] parts = _conflicts.Settle(structural, SchemaFacts.HasObjectKeywords(actual) ? JsonTokens.Object : JsonTokens.Any);
            if (parts.Length == 1 && structural.Length > 1 && !SchemaFacts.HasObjectKeywords(actual))
            {
                return Resolve(parts[0], hint, depth + 1);
            }

            if (parts.Length > 0 && !parts.All(SchemaFacts.IsObjectLike) && !SchemaFacts.HasObjectKeywords(actual))
            {
                // An enum or a string narrowed by further parts: the first part that has a type decides.
                return Resolve(parts[0], hint, depth + 1);
            }

            if (parts.Length > 0 || SchemaFacts.HasObjectKeywords(actual))
            {
                return Object(actual, hint);
            }

            return actual.AllOf.Any(static free => SchemaFacts.IsFreeObject(SchemaFacts.Follow(free))) ? TypeRef.Map(PrimitiveTypes.Json) : PrimitiveTypes.Json;
        }

        if (actual.Items.Count > 0 && actual.Type is JsonObjectType.None or JsonObjectType.Array)
        {
            return _tuples.Parse(actual, hint, depth);
        }

        if (actual.Type == JsonObjectType.Array || (actual.Type == JsonObjectType.None && actual.Item is not null))
        {
            TypeRef item = actual.Item is null ? PrimitiveTypes.Json : ResolveItem(actual.Item, Identifier.Within(hint, "Item"), depth + 1);
            return TypeRef.List(item);
        }

        if (actual.Type == JsonObjectType.Object || SchemaFacts.HasObjectKeywords(actual))
        {
            return DecideObject(actual, hint, depth);
        }

        return PrimitiveTypes.Of(actual, _index.TraitsOf(actual));
    }

    private TypeRef DecideObject(JsonSchema actual, string hint, int depth)
    {
        if (actual.Properties.Count > 0 || actual.DiscriminatorObject is not null)
        {
            return Object(actual, hint);
        }

        JsonSchema? value = _mapValues.Parse(actual);
        return value is null ? TypeRef.Map(PrimitiveTypes.Json) : TypeRef.Map(ResolveItem(value, Identifier.Within(hint, "Value"), depth + 1));
    }

    private TypeRef DecideBranches(JsonSchema actual, IReadOnlyList<JsonSchema> branches, string hint, int depth)
    {
        bool hasOwnShape = SchemaFacts.HasObjectKeywords(actual) || actual.AllOf.Any(SchemaFacts.IsStructural);
        if (hasOwnShape && branches.All(SchemaFacts.IsObjectLike))
        {
            // Members beside alternatives: one record, the members of the alternatives optional in it.
            return Object(actual, hint);
        }

        return branches.Count == 1 ? Resolve(branches[0], hint, depth + 1)
            : BaseOf(actual, branches) is { } based ? Resolve(based, hint, depth + 1)
            : _unions.Parse(actual, branches, hint, depth);
    }

    /// <summary>Alternatives of one family are its base, which reads each of them: the base is one type wherever they stand.</summary>
    private JsonSchema? BaseOf(JsonSchema actual, IReadOnlyList<JsonSchema> branches)
    {
        JsonSchema[] records = branches.Select(branch => SchemaFacts.Meant(branch, _index)).ToArray();
        JsonSchema? based = _family.CommonOf(records);
        bool isSame = based is not null
            && !ReferenceEquals(based, actual)
            && !SchemaFacts.HasObjectKeywords(actual)
            && (actual.DiscriminatorObject is null || actual.DiscriminatorObject.PropertyName == _family.HolderOf(based)!.DiscriminatorObject!.PropertyName);
        return isSame ? based : null;
    }

    private TypeRef Object(JsonSchema actual, string hint) =>
        _registry.Declare(actual, hint, TypeShape.Object, name => new ObjectDraft(name, actual, isForm: false));

    private TypeRef Degrade(JsonSchema actual, string why)
    {
        _diagnostics.Add(Descriptors.SchemaDegraded, _index.LocationOf(actual), why);
        return PrimitiveTypes.Json;
    }
}
