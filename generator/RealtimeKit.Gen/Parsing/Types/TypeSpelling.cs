using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Turns the keys of types into names. A component keeps its name. An inline type has the name of its owner and its own part. If
/// that name is taken or one of .NET's, or several types ask for it, it has the next longer form. All names are compared at once, so that the order
/// of the document has no influence.
/// </summary>
internal sealed class TypeSpelling
{
    /// <summary>The fewest places of a type that has a name for which other types ask too.</summary>
    private const int FewestOfMain = 10;

    /// <summary>How many times as many places that type has as any other that asks for the name.</summary>
    private const int TimesOfMain = 5;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _components;
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private readonly TypeNames _taken;
    private readonly LockedTypes _locked;
    private readonly StandIns _standIns;

    public TypeSpelling(
        IReadOnlyCollection<TypeDraft> drafts,
        StandIns standIns,
        TypeNames taken,
        LockedTypes locked,
        SchemaIndex index,
        DiagnosticBag diagnostics)
    {
        _standIns = standIns;
        _taken = taken;
        _locked = locked;
        TypeDraft[] components = drafts.Where(draft => taken.IsComponent(draft) && !locked.IsFormsName(draft, drafts)).ToArray();
        _components = new HashSet<string>(components.OfType<ObjectDraft>().Select(static draft => draft.Key), StringComparer.Ordinal);
        foreach ((string key, string name) in locked.ByPlace(drafts, components, taken.IsKept, taken.TryKeep))
        {
            _names[key] = name;
            _kept.Add(name);
        }

        foreach (TypeDraft named in drafts.Where(draft => TypeKey.IsName(draft.Key) && !_names.ContainsKey(draft.Key) && !_kept.Contains(draft.Key)))
        {
            _names[named.Key] = named.Key;
        }

        NameForms(drafts);

        // The names of inner types begin with the names of outer types, so outer types come first.
        foreach (IGrouping<int, TypeDraft> level in drafts
            .Where(draft => !_names.ContainsKey(draft.Key))
            .OrderBy(static draft => draft.Key, StringComparer.Ordinal)
            .GroupBy(static draft => TypeKey.Depth(draft.Key))
            .OrderBy(static level => level.Key))
        {
            TypeDraft[] free = level.Where(draft => !TryKeep(draft)).ToArray();
            Assign(free);
            foreach (TypeDraft draft in free.Where(draft => !IsUsual(draft)))
            {
                Report(draft, index, diagnostics);
            }
        }
    }

    public string NameOf(string key) => _names[_standIns.Of(key)];

    /// <summary>Returns the name of a type, or null if no type has the key.</summary>
    public string? Find(string key) => _names.TryGetValue(_standIns.Of(key), out string? name) ? name : null;

    public TypeRef Spell(TypeRef type) => type.Renamed(NameOf);

    /// <summary>Gives the name of a component to its form, if the component has no other use.</summary>
    private void NameForms(IEnumerable<TypeDraft> drafts)
    {
        foreach (IGrouping<string, ObjectDraft> forms in drafts
            .OfType<ObjectDraft>()
            .Where(draft => draft.IsForm && !_names.ContainsKey(draft.Key))
            .GroupBy(static draft => TypeKey.Split(draft.Key).Owner, StringComparer.Ordinal)
            .Where(forms => TypeKey.IsName(forms.Key) && !TypeKey.IsOperation(forms.Key) && forms.Key.Length > 0)
            .Where(forms => !_names.ContainsKey(forms.Key) && !_kept.Contains(forms.Key)))
        {
            ObjectDraft[] own = forms.ToArray();
            if (own.Length == 1)
            {
                _names[own[0].Key] = forms.Key;
            }
        }
    }

    /// <summary>Gives a type the name that the names file has for its place within another type.</summary>
    private bool TryKeep(TypeDraft draft)
    {
        if (_locked.ByOwner(draft, Find).FirstOrDefault(name => (_taken.IsKept(name) || _taken.TryKeep(name)) && _kept.Add(name)) is not { } name)
        {
            return false;
        }

        _names[draft.Key] = name;
        return true;
    }

    private void Assign(TypeDraft[] level)
    {
        foreach (TypeDraft draft in level)
        {
            _places[draft.Key] = SharedNames.First(draft.Places);
            _counts[draft.Key] = draft.Places.Count;
        }

        foreach (TypeDraft draft in level)
        {
            _forms[draft.Key] = Forms(draft);
        }

        string[] keys = Array.ConvertAll(level, static draft => draft.Key);

        for (int form = 0; keys.Any(key => _forms[key].Length > form); form++)
        {
            foreach (IGrouping<string, string> claim in keys
                .Where(key => !_names.ContainsKey(key) && _forms[key].Length > form)
                .GroupBy(key => _forms[key][form], StringComparer.Ordinal)
                .ToArray())
            {
                Settle(claim.Key, claim.ToArray());
            }
        }

        foreach (string key in keys.Where(key => !_names.ContainsKey(key)))
        {
            _names[key] = _taken.TakeNumbered(_forms[key].Last());
        }
    }

    /// <summary>
    /// Gives a name to the only type that asks for it, to the only one for which it is not a singular, or to the one that has many times the places
    /// of any other.
    /// </summary>
    private void Settle(string name, string[] claimants)
    {
        string[] plain = claimants.Length == 1 ? claimants : Array.FindAll(claimants, key => Plain(_places[key]) == name);
        plain = plain.Length == 0 ? Main(claimants) : plain;
        if (plain.Length == 1 && !ImportedNames.Has(name) && (_taken.TryTake(name) || TryWrapped(plain[0], name)))
        {
            _names[plain[0]] = name;
        }
    }

    /// <summary>Gives a type that a component only wraps the name of the component, which is not a type itself then.</summary>
    private bool TryWrapped(string key, string name) =>
        _places[key] == name && TypeKey.IsName(name) && !_names.ContainsValue(name) && _taken.TryTakeUnused(name);

    private string[] Main(string[] claimants)
    {
        string[] ordered = claimants.OrderByDescending(key => _counts[key]).ToArray();
        return _counts[ordered[0]] >= FewestOfMain && _counts[ordered[0]] >= TimesOfMain * _counts[ordered[1]] ? [ordered[0]] : [];
    }

    /// <summary>Returns the names that a type can have, the preferred one first.</summary>
    private string[] Forms(TypeDraft draft)
    {
        string key = _places[draft.Key];
        (string owner, string part) = TypeKey.Split(key);
        return owner.Length == 0
            ? [part]
            : [.. SharedNames.Of(draft, ComponentName)
                .Concat([.. Compact(draft), Short(key), Plain(key), Within(owner, Identifier.Join(KindOf(key, owner), part))])
                .Distinct(StringComparer.Ordinal)];
    }

    private string? ComponentName(TypeRef type) => _components.Contains(type.Name) ? _names[type.Name] : null;

    /// <summary>Returns whether a type has the name of its place, or of all its places.</summary>
    private bool IsUsual(TypeDraft draft) => _names[draft.Key] == _forms[draft.Key][0] || _names[draft.Key] == Usual(draft);

    private static string KindOf(string key, string owner) => (TypeKey.IsOperation(owner), TypeKey.IsMember(key)) switch
    {
        (true, true) => "Parameter",
        (true, false) => "Operation",
        (false, true) => "Property",
        _ => "Schema",
    };

    /// <summary>
    /// Returns the usual name: items of a list have its name in the singular, and a part does not repeat the words with which the
    /// name of its owner ends.
    /// </summary>
    private string Short(string key)
    {
        (string owner, string part) = TypeKey.Split(key);
        if (owner.Length == 0)
        {
            return part;
        }

        bool isItem = part == "Item" && !TypeKey.IsMember(key) && !TypeKey.IsOperation(owner);
        return isItem && Plural.Singular(OwnerName(owner)) is { } singular ? singular : Within(owner, Overlap.Without(OwnerName(owner), part));
    }

    /// <summary>Returns the names of a deeply nested type without owners in the middle.</summary>
    private IEnumerable<string> Compact(TypeDraft draft) =>
        CompactNames.Of(_places[draft.Key], Short(_places[draft.Key]), draft is ObjectDraft, OwnerName);

    private string Usual(TypeDraft draft) => Compact(draft).FirstOrDefault() ?? Short(_places[draft.Key]);

    private string Plain(string key)
    {
        (string owner, string part) = TypeKey.Split(key);
        return owner.Length == 0 ? part : Within(owner, part);
    }

    /// <summary>Returns the name of a part of an owner. A name that is too long leaves out what is between the outermost owner and the part.</summary>
    private string Within(string owner, string part)
    {
        string name = OwnerName(owner);
        return Identifier.Join(name.Length + part.Length < Identifier.Longest ? name : OwnerName(TypeKey.Root(owner)), part);
    }

    /// <summary>Returns the name of an owner, which need not be a type itself, such as a list or an operation.</summary>
    private string OwnerName(string owner) => Find(owner) ?? Short(owner);

    private void Report(TypeDraft draft, SchemaIndex index, DiagnosticBag diagnostics)
    {
        string wanted = Usual(draft);
        diagnostics.Add(
            Descriptors.NameChanged,
            index.LocationOf(draft.Schema),
            wanted,
            ChangedName.Became(wanted, _names[draft.Key]),
            ImportedNames.Has(wanted) ? $"{wanted} is a type of .NET" : $"another type gives {wanted} too");
    }
}
