using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// The types that will be emitted, by schema and by name. The members of records are resolved from a queue, so that the stack
/// does not grow with the depth of the document.
/// </summary>
internal sealed class DraftRegistry(SchemaIndex index, TypeNames names, SharedSchemas shared, LockedTypes locked, DiagnosticBag diagnostics)
{
    private readonly Dictionary<JsonSchema, TypeRef> _resolved = [];
    private readonly Dictionary<string, TypeDraft> _drafts = new(StringComparer.Ordinal);
    private readonly Queue<ObjectDraft> _unfilled = new();

    public IEnumerable<TypeDraft> Drafts => _drafts.Values;

    /// <summary>Gets the records whose members are not resolved yet.</summary>
    public Queue<ObjectDraft> Unfilled => _unfilled;

    /// <summary>Returns the type of a schema that has been resolved, or null.</summary>
    public TypeRef? TypeOf(JsonSchema actual) => _resolved.TryGetValue(shared.StandIn(actual), out TypeRef? known) ? known : null;

    public void Remember(JsonSchema actual, TypeRef type) => _resolved[shared.StandIn(actual)] = type;

    /// <summary>Adds a place to a type that several schemas share.</summary>
    /// <param name="key">The key that the type would have if only this place had it.</param>
    public void AddPlace(JsonSchema actual, TypeRef type, string key)
    {
        if (DraftOf(type) is not { } draft)
        {
            return;
        }

        if (ReferenceEquals(draft.Schema, actual))
        {
            locked.NoteOwner(draft, key);
        }

        if (shared.IsShared(actual))
        {
            draft.Places.Add(key);
            if (index.OriginOf(draft.Schema)?.Name is null && !IsAlternative(draft, actual))
            {
                locked.Declare(draft.Key, actual);
            }
        }
    }

    /// <summary>Returns whether the type is that of an alternative of the schema: the schema is an open enum, which has no type of its own.</summary>
    private bool IsAlternative(TypeDraft draft, JsonSchema actual) => draft is EnumDraft
        && SchemaFacts.Branches(MeantSchemas.Innermost(actual, index))
            .Any(branch => shared.StandIn(MeantSchemas.Innermost(branch, index)) == shared.StandIn(draft.Schema));

    /// <summary>Returns the draft of a type, also of an open enum.</summary>
    public TypeDraft? DraftOf(TypeRef type) => _drafts.TryGetValue(type.Name, out TypeDraft? draft) ? draft : null;

    /// <summary>Returns whether several schemas share the type and none of them gives it a name.</summary>
    public bool IsNamedByPlace(JsonSchema actual) =>
        shared.IsShared(actual) && TypeOf(actual) is null && names.OwnerKey(actual) is null && actual.GivenTypeName() is null;

    /// <summary>Reserves a name for the next type that is declared under it.</summary>
    /// <returns>Whether the name is free.</returns>
    public bool TryReserve(string name) => names.TryReserve(name);

    /// <summary>Returns the key with which the keys of a schema's inline types begin, or null if it has no name.</summary>
    public string? OwnerKey(JsonSchema actual) => names.OwnerKey(actual);

    /// <summary>Adds the name in the document of the property or parameter whose type has the key.</summary>
    public void NoteMember(string key, string wireName) => locked.NoteMember(key, wireName);

    /// <summary>Adds the places that a schema has in the names file to the type that it was resolved to.</summary>
    public void NoteUse(JsonSchema schema, TypeRef type)
    {
        if (DraftOf(type) is { } draft)
        {
            locked.NoteUse(schema, draft.Key);
        }
    }

    /// <summary>Adds the record of a form. It is a separate type, because binary means a file in it.</summary>
    public ObjectDraft AddForm(JsonSchema actual, string hint, PartTypes partTypes)
    {
        ObjectDraft draft = new(names.Take(hint), actual, isForm: true) { PartTypes = partTypes };
        locked.Declare(draft.Key, actual);
        Add(draft);
        return draft;
    }

    /// <summary>
    /// Adds a draft under the schema's name. If the author gives several schemas of the same structure one name, they are one
    /// type.
    /// </summary>
    /// <param name="merge">Called with the existing draft if the name is already declared.</param>
    public TypeRef Declare(JsonSchema actual, string hint, TypeShape shape, Func<string, TypeDraft> create, Action<TypeDraft>? merge = null)
    {
        if (TypeOf(actual) is { } known)
        {
            return known;
        }

        string name = actual.GivenTypeName() is { } given ? GivenName(given, actual, hint) : names.NameOf(actual, hint);
        bool isTaken = _drafts.TryGetValue(name, out TypeDraft? holder) && holder.Shape != shape;
        if (isTaken || (shape == TypeShape.Union && UnionMembers.Names.Contains(name, StringComparer.Ordinal)))
        {
            // A component may have given its name to a part before it became a type itself.
            name = names.Take(name + shape);
        }

        TypeRef type = TypeRef.Emitted(shape, name);
        Remember(actual, type);
        locked.Declare(name, actual);
        if (_drafts.TryGetValue(name, out TypeDraft? shared))
        {
            merge?.Invoke(shared);
        }
        else
        {
            Add(create(name));
        }

        return type;
    }

    /// <summary>Declares the record of a schema.</summary>
    public TypeRef DeclareObject(JsonSchema actual, string hint) =>
        Declare(actual, hint, TypeShape.Object, name => new ObjectDraft(name, actual, isForm: false));

    private void Add(TypeDraft draft)
    {
        _drafts[draft.Name] = draft;
        if (draft is ObjectDraft unfilled)
        {
            _unfilled.Enqueue(unfilled);
        }
    }

    private string GivenName(string given, JsonSchema actual, string hint)
    {
        if (names.TryTakeGiven(given, actual))
        {
            return given;
        }

        if (_drafts.TryGetValue(given, out TypeDraft? sharing) && HaveOneShape(sharing.Schema, actual))
        {
            return given;
        }

        string name = names.NameOf(actual, hint);
        if (name != given)
        {
            ChangedName.Report(
                diagnostics,
                index.LocationOf(actual),
                index.OriginOf(actual)?.Name ?? given,
                given,
                TypeKey.Plain(name),
                "another type with a different structure has this name");
        }

        return name;
    }

    private static bool HaveOneShape(JsonSchema left, JsonSchema right) =>
        left.Enumeration.Count > 0 == right.Enumeration.Count > 0
        && left.Type == right.Type
        && left.Properties.Keys
            .OrderBy(static key => key, StringComparer.Ordinal)
            .SequenceEqual(right.Properties.Keys.OrderBy(static key => key, StringComparer.Ordinal), StringComparer.Ordinal)
        && left.Properties.All(pair => SchemaFacts.Follow(pair.Value).Type == SchemaFacts.Follow(right.Properties[pair.Key]).Type);
}
