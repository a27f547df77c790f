using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Turns the draft of a union into its model: the names of its cases, and the facts that select a case.</summary>
internal sealed class UnionFinisher(
    TypeDrafts drafts,
    TypeUses uses,
    PropertyFinisher properties,
    KindValues kinds,
    Documentation documentation,
    NameLock locked)
{
    /// <summary>How the names of the members begin that return a case.</summary>
    private const string Reader = "TryGet";

    private readonly CaseSelection _selection = new(drafts);
    private readonly Dictionary<UnionDraft, JsonTokens> _secrets = [];

    public UnionModel Finish(UnionDraft draft)
    {
        IReadOnlyDictionary<UnionCaseDraft, string> names = NamesOf(draft);
        NameScope arguments = new(["unknown"]);
        List<UnionCaseModel> cases = [];

        // A value may be a secret if it begins with the token of a secret case, whichever case it is read as.
        JsonTokens secret = SecretOf(draft);
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            TypeRef type = uses.Within(draft, @case.Type);
            JsonTokens tokens = _selection.TokensOf(@case.Type);
            type = type with { IsSecret = type.IsSecret || (!Secrets.IsHidden(type) && (tokens & secret) != 0) };
            string name = names[@case];
            cases.Add(new UnionCaseModel
            {
                Name = name,
                ArgumentName = arguments.Take(Identifier.Camel(name)),
                Type = type,
                Tokens = tokens,
                Sources = SourcesOf(type, draft),
                DiscriminatorValues = @case.DiscriminatorValues.ToEquatableArray(),
                IsDefault = @case.IsDefault,
                HasOtherKinds = @case.HasOtherKinds,
                AddedKind = AddedKind(draft, @case),
                Required = _selection.RequiredOf(@case.Type).ToEquatableArray(),
                RequiredByCases = _selection.RequiredByCases(@case.Type).Select(static set => set.ToEquatableArray()).ToEquatableArray(),
                Known = _selection.KnownOf(@case.Type).ToEquatableArray(),
            });
        }

        return new UnionModel
        {
            Name = draft.Name,
            Doc = documentation.OfSchema(draft.Schema, $"A value of one of {cases.Count.Invariant()} types."),
            IsObsolete = draft.Schema.IsDeprecated,
            Cases = cases.ToEquatableArray(),
            ReadingOrder = _selection.OrderOf(cases).ToEquatableArray(),
            Discriminator = draft.Discriminator,
            IsSecret = secret != JsonTokens.None,
        };
    }

    /// <summary>Returns the first tokens of the secrets that a union can be, also as a union within it.</summary>
    private JsonTokens SecretOf(UnionDraft union)
    {
        if (_secrets.TryGetValue(union, out JsonTokens tokens))
        {
            return tokens;
        }

        // No union contains itself without a list, map or object in between, unless an error has been reported.
        _secrets.Add(union, JsonTokens.None);
        foreach (UnionCaseDraft @case in union.Cases)
        {
            tokens |= union.IsSecret || Secrets.IsHidden(@case.Type) ? _selection.TokensOf(@case.Type)
                : @case.Type.Shape == TypeShape.Union && drafts.Of(@case.Type) is UnionDraft inner ? SecretOf(inner)
                : JsonTokens.None;
        }

        return _secrets[union] = tokens;
    }

    /// <summary>Returns the names of the cases, after those that the names file keeps.</summary>
    private Dictionary<UnionCaseDraft, string> NamesOf(UnionDraft draft)
    {
        // No member may be called like the union, whose members are called TryGet and the case.
        string reserved = draft.Name.StartsWith(Reader, StringComparison.Ordinal) ? draft.Name.Substring(Reader.Length) : draft.Name;
        NameScope scope = new(["Value", "Raw", "Match", "Equals", "GetHashCode", "ToString", "GetType", "Unknown", draft.Name, reserved]);
        Dictionary<UnionCaseDraft, string> names = [];
        foreach (UnionCaseDraft @case in draft.Cases)
        {
            if (locked.Take(scope, KeyOf(draft, @case)) is { } kept)
            {
                names[@case] = kept;
            }
        }

        foreach (UnionCaseDraft @case in draft.Cases)
        {
            if (!names.ContainsKey(@case))
            {
                names[@case] = scope.Take(@case.Schema.GivenMemberName() ?? CaseName(@case.Type, draft));
            }

            locked.Record(KeyOf(draft, @case), names[@case]);
        }

        return names;
    }

    private string KeyOf(UnionDraft union, UnionCaseDraft @case) =>
        !locked.IsOn ? "" : LockKey.Of(LockKind.Case, union.Name, DistinctTypes.KeyOf(@case.Type).Replace(" value", ""));

    /// <summary>Returns the values that are converted to a case. Bytes in an array are the case that is base64, if there is one.</summary>
    private static CaseSources SourcesOf(TypeRef type, UnionDraft draft) => type.Shape switch
    {
        TypeShape.List when type.Element!.Kind == PrimitiveKind.Byte && draft.Cases.Exists(static bytes => bytes.Type.Kind == PrimitiveKind.Bytes)
            => CaseSources.List,
        TypeShape.List => CaseSources.Array | CaseSources.List,
        TypeShape.Map => CaseSources.Dictionary,
        TypeShape.OpenEnum => CaseSources.Own | CaseSources.Member,
        _ => CaseSources.Own,
    };

    /// <summary>
    /// Returns the discriminator that the union adds to a record whose schema does not describe it, or null. A record does not
    /// have it when it is read outside of the union.
    /// </summary>
    private AddedKindModel? AddedKind(UnionDraft union, UnionCaseDraft @case)
    {
        bool isAdded = drafts.Of(@case.Type) is ObjectDraft { Derived.Count: 0 } found
            && found.Properties.Exists(property => property.IsAdded && property.WireName == union.Discriminator);
        if (!isAdded || @case.IsDefault || @case.DiscriminatorValues.Count == 0)
        {
            return null;
        }

        ObjectDraft record = (ObjectDraft)drafts.Of(@case.Type)!;
        kinds.TryGet(record, union.Discriminator, out string? kind);
        string value = kind is not null && @case.DiscriminatorValues.Contains(kind, StringComparer.Ordinal) ? kind : @case.DiscriminatorValues[0];
        return new AddedKindModel(properties.NameOf(record, union.Discriminator), value);
    }

    private string CaseName(TypeRef type, UnionDraft union) =>
        CaseNames.Of(type, emitted => drafts.Of(emitted) is { } draft ? WithoutUnion(draft, union) : "Enum")!;

    /// <summary>Returns the name of a type within the union without the union's name, with which it usually begins.</summary>
    private static string WithoutUnion(TypeDraft draft, UnionDraft union) =>
        TypeKey.IsWithin(draft.Key, union.Key)
        && draft.Name.StartsWith(union.Name, StringComparison.Ordinal)
        && SyntaxFacts.IsValidIdentifier(draft.Name.Substring(union.Name.Length))
            ? draft.Name.Substring(union.Name.Length)
            : draft.Name;
}
