using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Decides which C# type a schema means. What has members becomes a draft and is filled from a queue, so that the
/// stack does not grow with the depth of the document's object graph.
/// </summary>
internal sealed class SchemaParser
{
    /// <summary>The compiler's own stack overflows on generics nested some thousand deep; nobody reads more than a few.</summary>
    private const int DeepestNesting = 32;

    /// <summary>A class may not be called as one of its members.</summary>
    private static readonly HashSet<string> _unionMembers = new(StringComparer.Ordinal) { "Value", "Index", "IsUnknown", "From", "FromUnknown", "Match" };

    private readonly SpecDocument _document;
    private readonly DiagnosticBag _diagnostics;
    private readonly TypeNames _names;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<(JsonSchema Schema, bool IsForm), TypeRef> _resolved = [];
    private readonly HashSet<JsonSchema> _resolving = [];
    private readonly Dictionary<string, TypeDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Queue<ObjectDraft> _unfilled = new();
    private readonly PropertyParser _properties;
    private readonly EnumParser _enums;
    private readonly UnionParser _unions;

    public SchemaParser(SpecDocument document, TypeNames names, DiagnosticBag diagnostics, CancellationToken cancellationToken)
    {
        _document = document;
        _names = names;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _properties = new PropertyParser(this, document);
        _enums = new EnumParser(this, document, diagnostics);
        _unions = new UnionParser(this, document, diagnostics);
    }

    public IEnumerable<TypeDraft> Drafts => _drafts.Values;

    /// <summary>How the emitted enums will name their members; set before any default is asked for.</summary>
    public Func<EnumDraft, IReadOnlyDictionary<string, string>>? EnumMembers { get; set; }

    /// <summary>The draft behind a type, an open enum's too.</summary>
    public TypeDraft? DraftOf(TypeRef type)
    {
        string name = type.Shape == TypeShape.OpenEnum ? type.Name.Substring(RuntimeNames.OpenEnum.Length + 1).TrimEnd('>') : type.Name;
        return _drafts.TryGetValue(name, out TypeDraft? draft) ? draft : null;
    }

    /// <summary>The type's full name as C# writes it.</summary>
    public string NameOf(TypeDraft draft) => RuntimeNames.Api + Identifier.Escape(draft.Name);

    public string? MemberName(EnumDraft draft, string wireName) =>
        EnumMembers?.Invoke(draft) is { } members && members.TryGetValue(wireName, out string? name) ? name : null;

    /// <summary>The type as it is declared on a received or only sent value: where the server chooses, an enum is open.</summary>
    public TypeRef Directed(TypeRef type, bool isReceived) => !isReceived ? type : type.Shape switch
    {
        TypeShape.Enum => UnionParser.Open(type),
        TypeShape.List => PrimitiveTypes.List(Directed(type.Element!, isReceived)) with { IsNullable = type.IsNullable },
        TypeShape.Map => PrimitiveTypes.Map(Directed(type.Element!, isReceived)) with { IsNullable = type.IsNullable },
        _ => type,
    };

    /// <summary>The type of a schema.</summary>
    /// <param name="hint">What an inline schema's type is called after the place where it stands.</param>
    /// <param name="isForm">Whether it is the body of a form.</param>
    public TypeRef Resolve(JsonSchema schema, string hint, int depth = 0, bool isForm = false)
    {
        JsonSchema actual = SchemaFacts.Follow(schema, out bool isNullable);
        TypeRef type = ResolveActual(actual, _names.ComponentName(actual) ?? hint, depth, isForm);
        return isNullable ? type.AsNullable() : type;
    }

    /// <summary>Fills all drafts; there are no new ones afterwards.</summary>
    public void FillAll()
    {
        while (_unfilled.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _properties.Fill(_unfilled.Dequeue());
        }
    }

    /// <summary>The record of a schema; null where the schema means something else than a record of its own.</summary>
    public ObjectDraft? AddObject(JsonSchema actual, string hint) =>
        DraftOf(Declare(actual, hint, isForm: false, name => new ObjectDraft(name, actual, isForm: false), TypeShape.Object)) as ObjectDraft;

    /// <summary>The record of a form's body: a type of its own, as binary means a file in it.</summary>
    public ObjectDraft AddForm(JsonSchema actual, string hint)
    {
        if (_resolved.TryGetValue((actual, true), out TypeRef? known))
        {
            return (ObjectDraft)DraftOf(known)!;
        }

        ObjectDraft draft = new(_names.Take(Identifier.Pascal(hint), actual, hint), actual, isForm: true);
        TypeRef type = new() { Shape = TypeShape.Object, Name = NameOf(draft), Codec = "" };
        _resolved[(actual, true)] = type;
        _drafts[type.Name] = draft;
        _unfilled.Enqueue(draft);
        return draft;
    }

    /// <summary>A union that no schema describes: the several results of an operation.</summary>
    public TypeRef DeclareUnion(object owner, IReadOnlyList<TypeRef> types, string hint)
    {
        JsonSchema schema = new();
        if (_document.LocationOf(owner) is { } location)
        {
            _document.Add((object)schema, location);
        }

        return Declare(
            schema,
            hint,
            isForm: false,
            name =>
            {
                UnionDraft draft = new(name, schema);
                draft.Cases.AddRange(types.Select(type => new UnionCaseDraft(type, schema, [])));
                return draft;
            },
            TypeShape.Union);
    }

    /// <summary>The type of one member of an envelope, or null where it has no such member.</summary>
    public TypeRef? TryUnwrap(JsonSchema envelope, string wireName, string hint) =>
        _properties.TryParseMember(SchemaFacts.Follow(envelope), wireName) is { } schema
            ? Resolve(schema, hint + " Result").AsRequired()
            : null;

    /// <summary>
    /// Adds a draft under the schema's name. A name that the author gives to several schemas of one shape means one type.
    /// </summary>
    public TypeRef Declare(JsonSchema actual, string hint, bool isForm, Func<string, TypeDraft> create, TypeShape shape)
    {
        if (_resolved.TryGetValue((actual, isForm), out TypeRef? known))
        {
            return known;
        }

        bool isGiven = actual.GivenTypeName() is not null;
        string name = actual.GivenTypeName() is { } given ? GivenName(given, actual, hint) : _names.NameOf(actual, hint);
        if (shape == TypeShape.Union && _unionMembers.Contains(name))
        {
            name = _names.Take(name + "Union", actual, hint);
        }

        string fullName = RuntimeNames.Api + Identifier.Escape(name);
        bool isValueType = shape is TypeShape.Enum;
        TypeRef type = new() { Shape = shape, Name = fullName, Codec = Codecs.Of(name), IsValueType = isValueType };
        _resolved[(actual, isForm)] = type;
        if (!_drafts.ContainsKey(fullName))
        {
            TypeDraft draft = create(name);
            _drafts[fullName] = draft;
            if (draft is ObjectDraft unfilled)
            {
                _unfilled.Enqueue(unfilled);
            }
        }
        else if (isGiven && _drafts[fullName] is EnumDraft shared)
        {
            _enums.Merge(shared, actual);
        }

        return type;
    }

    private string GivenName(string given, JsonSchema actual, string hint)
    {
        if (_names.TryTakeGiven(given))
        {
            return given;
        }

        if (_drafts.TryGetValue(RuntimeNames.Api + Identifier.Escape(given), out TypeDraft? sharing) && HaveOneShape(sharing.Schema, actual))
        {
            return given;
        }

        _diagnostics.Add(Descriptors.NameChanged, _document.LocationOf(actual), given, Identifier.Pascal(hint), "another type of another shape has that name");
        return _names.NameOf(actual, hint);
    }

    private static bool HaveOneShape(JsonSchema left, JsonSchema right) =>
        left.Enumeration.Count > 0 == right.Enumeration.Count > 0
        && left.Type == right.Type
        && left.Properties.Keys.OrderBy(static key => key, StringComparer.Ordinal).SequenceEqual(right.Properties.Keys.OrderBy(static key => key, StringComparer.Ordinal), StringComparer.Ordinal)
        && left.Properties.All(pair => SchemaFacts.Follow(pair.Value).Type == SchemaFacts.Follow(right.Properties[pair.Key]).Type);

    private TypeRef ResolveActual(JsonSchema actual, string hint, int depth, bool isForm)
    {
        if (_resolved.TryGetValue((actual, isForm), out TypeRef? known))
        {
            return known;
        }

        if (depth > DeepestNesting || !_resolving.Add(actual))
        {
            return Degrade(actual, depth > DeepestNesting ? "the schema nests too deep" : "the schema contains itself without an object in between");
        }

        TypeRef type = Decide(actual, hint, depth, isForm);
        _resolving.Remove(actual);
        _resolved[(actual, isForm)] = type.AsRequired();
        return type;
    }

    private TypeRef Decide(JsonSchema actual, string hint, int depth, bool isForm)
    {
        if (actual.Enumeration.Count > 0)
        {
            return _enums.Parse(actual, hint);
        }

        IReadOnlyList<JsonSchema> branches = SchemaFacts.Branches(actual);
        if (branches.Count > 0)
        {
            return DecideBranches(actual, branches, hint, depth, isForm);
        }

        if (actual.AllOf.Count > 0)
        {
            JsonSchema[] parts = actual.AllOf.Where(SchemaFacts.IsStructural).ToArray();
            // What adds nothing to its only part is that part, unless it is a case of it.
            if (parts.Length == 1 && !SchemaFacts.HasObjectKeywords(actual) && actual.DiscriminatorObject is null && !_document.Derived.ContainsKey(SchemaFacts.Follow(parts[0])))
            {
                return Resolve(parts[0], hint, depth + 1, isForm);
            }

            if (parts.Length > 0 && !parts.All(SchemaFacts.IsObjectLike) && !SchemaFacts.HasObjectKeywords(actual))
            {
                // An enum or a string narrowed by further parts: the first part that has a type decides.
                return Resolve(parts[0], hint, depth + 1, isForm);
            }

            if (parts.Length > 0 || SchemaFacts.HasObjectKeywords(actual))
            {
                return Object(actual, hint, isForm);
            }

            return actual.AllOf.Any(part => SchemaFacts.IsFreeObject(SchemaFacts.Follow(part))) ? PrimitiveTypes.Map(PrimitiveTypes.Json) : PrimitiveTypes.Json;
        }

        if (actual.Items.Count > 0)
        {
            _diagnostics.Add(Descriptors.SchemaDegraded, _document.LocationOf(actual), "A tuple has no C# type");
            return PrimitiveTypes.List(PrimitiveTypes.Json.AsNullable());
        }

        if (actual.Type == JsonObjectType.Array || (actual.Type == JsonObjectType.None && actual.Item is not null))
        {
            TypeRef item = actual.Item is null ? PrimitiveTypes.Json : Resolve(actual.Item, hint + " Item", depth + 1);
            return PrimitiveTypes.List(isForm && IsBinary(actual.Item) ? PrimitiveTypes.File : item);
        }

        if (actual.Type == JsonObjectType.Object || SchemaFacts.HasObjectKeywords(actual))
        {
            return DecideObject(actual, hint, depth, isForm);
        }

        return Secrets.IsSecret(actual, actual, wireName: "") ? PrimitiveTypes.Sensitive : PrimitiveTypes.Of(actual.Type, actual.Format);
    }

    private TypeRef DecideObject(JsonSchema actual, string hint, int depth, bool isForm)
    {
        if (actual.Properties.Count > 0 || actual.DiscriminatorObject is not null)
        {
            return Object(actual, hint, isForm);
        }

        JsonSchema? value = actual.AdditionalPropertiesSchema
            ?? (actual.PatternProperties.Count == 1 && !actual.AllowAdditionalProperties ? actual.PatternProperties.Values.First() : null);
        return value is null ? PrimitiveTypes.Map(PrimitiveTypes.Json) : PrimitiveTypes.Map(Resolve(value, hint + " Value", depth + 1));
    }

    private TypeRef DecideBranches(JsonSchema actual, IReadOnlyList<JsonSchema> branches, string hint, int depth, bool isForm)
    {
        bool hasOwnShape = SchemaFacts.HasObjectKeywords(actual) || actual.AllOf.Any(SchemaFacts.IsStructural);
        if (hasOwnShape && branches.All(SchemaFacts.IsObjectLike))
        {
            // Members beside alternatives: one record, the members of the alternatives optional in it.
            return Object(actual, hint, isForm);
        }

        return branches.Count == 1 ? Resolve(branches[0], hint, depth + 1, isForm) : _unions.Parse(actual, branches, hint, depth, isForm);
    }

    private TypeRef Object(JsonSchema actual, string hint, bool isForm) =>
        Declare(actual, hint, isForm, name => new ObjectDraft(name, actual, isForm), TypeShape.Object);

    private static bool IsBinary(JsonSchema? schema) =>
        schema is not null && SchemaFacts.Follow(schema) is { Type: JsonObjectType.String, Format: "binary" };

    private TypeRef Degrade(JsonSchema actual, string why)
    {
        _diagnostics.Add(Descriptors.SchemaDegraded, _document.LocationOf(actual), char.ToUpperInvariant(why[0]) + why.Substring(1));
        return PrimitiveTypes.Json;
    }
}
