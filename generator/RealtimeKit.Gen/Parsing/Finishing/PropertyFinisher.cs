using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Locking;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>
/// Decides how a property is declared, read and written. The decision depends on whether the property is required and nullable,
/// and on whether the record is sent and received.
/// </summary>
internal sealed class PropertyFinisher(
    TypeUses uses,
    ConstantParser constants,
    DefaultParser defaults,
    KindValues kinds,
    SchemaIndex index,
    Documentation documentation,
    NameLock locked,
    DiagnosticBag diagnostics)
{
    private readonly Dictionary<ObjectDraft, IReadOnlyDictionary<string, Declared>> _declared = [];

    /// <summary>
    /// Returns the properties in the order of the document, which is usually that of the author's class, those of a base first.
    /// Discriminators precede all others, because System.Text.Json requires it.
    /// </summary>
    public EquatableArray<PropertyModel> Finish(ObjectDraft draft)
    {
        IReadOnlyDictionary<string, Declared> declared = DeclaredOf(draft);
        List<(int Position, PropertyModel Model)> models = [];
        foreach (PropertyDraft property in draft.Properties)
        {
            (ObjectDraft owner, PropertyDraft first, string name, int position) = declared[property.WireName];
            PropertyModel model = Finish(owner, first, name);
            models.Add((position, owner == draft ? model : Inherited(model, draft, owner)));
        }

        return models
            .OrderByDescending(static property => property.Model.IsKind)
            .ThenBy(static property => property.Position)
            .Select(static property => property.Model)
            .ToEquatableArray();
    }

    /// <summary>Returns the C# name of a property.</summary>
    public string NameOf(ObjectDraft draft, string wireName) => DeclaredOf(draft)[wireName].Name;

    /// <summary>
    /// Returns the declarations of a record's properties. An inherited property keeps the name and declaration of the record that
    /// declares it first.
    /// </summary>
    private IReadOnlyDictionary<string, Declared> DeclaredOf(ObjectDraft draft)
    {
        Stack<ObjectDraft> lineage = new();
        HashSet<ObjectDraft> seen = [];
        ObjectDraft? next = draft;
        while (next is not null && !_declared.ContainsKey(next) && seen.Add(next))
        {
            lineage.Push(next);
            next = next.BaseDraft;
        }

        IReadOnlyDictionary<string, Declared>? known = next is not null && _declared.TryGetValue(next, out var based) ? based : null;
        foreach (ObjectDraft each in lineage)
        {
            Dictionary<string, Declared> all = known?.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal)
                ?? new(StringComparer.Ordinal);
            foreach (PropertyDraft again in each.Properties.Where(again => all.TryGetValue(again.WireName, out Declared? first) && first.Owner != each))
            {
                ReportInherited(each, again, all[again.WireName]);
            }

            PropertyDraft[] own = each.Properties.Where(property => !all.ContainsKey(property.WireName)).ToArray();
            ReportLookAlikes(all.Keys, own);
            IReadOnlyDictionary<string, string> names = OwnNames(each, own, all.Values.Select(static declared => declared.Name));
            foreach (PropertyDraft property in own.OrderBy(static property => property.Place))
            {
                all[property.WireName] = new Declared(each, property, names[property.WireName], all.Count);
            }

            _declared[each] = known = all;
        }

        return known!;
    }

    private IReadOnlyDictionary<string, string> OwnNames(ObjectDraft draft, IReadOnlyCollection<PropertyDraft> properties, IEnumerable<string> taken)
    {
        HashSet<string> reserved = [.. RecordMembers.Names, draft.Name, .. taken];
        WantedName[] wanted = properties.Select(property =>
        {
            string? given = property.GivenName;
            string name = given ?? Identifier.Pascal(property.WireName);
            return new WantedName(property.WireName, property.WireName, reserved.Contains(name) ? name + "Value" : name, given is not null);
        }).ToArray();
        IReadOnlyDictionary<string, string> names = locked.Assign(
            new NameScope(reserved),
            wanted,
            property => KeyOf(draft, property.Key),
            draft.Derived.SelectMany(derived => LockedIn(derived.Draft, wanted)));
        foreach (PropertyDraft property in properties)
        {
            string? given = property.GivenName;
            string wished = given ?? Identifier.Pascal(property.WireName);
            if (names[property.WireName] != wished && !locked.IsLocked(KeyOf(draft, property.WireName)))
            {
                ChangedName.Report(
                    diagnostics,
                    index.LocationOf(property.Schema),
                    property.WireName,
                    given,
                    names[property.WireName],
                    $"{wished} is taken within {draft.Name}");
            }
        }

        return names;
    }

    /// <summary>
    /// Returns the type of the properties that a record does not declare, or null for raw JSON. A record shares their declaration with
    /// its outermost base.
    /// </summary>
    public TypeRef? RestOf(ObjectDraft draft)
    {
        ObjectDraft root = draft;
        while (root.BaseDraft is { } based)
        {
            root = based;
        }

        if (draft.AdditionalProperties is { } own && own != root.AdditionalProperties)
        {
            string why = $"{draft.Name} inherits AdditionalProperties from {root.Name}, which gives their type";
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(draft.Schema), "additionalProperties", why);
        }

        return root.AdditionalProperties is { } rest ? uses.Within(root, rest) : null;
    }

    /// <summary>Reports what a record changes in a property that it inherits. A base and its records share the declaration.</summary>
    private void ReportInherited(ObjectDraft draft, PropertyDraft again, Declared first)
    {
        if (kinds.TryGet(draft, again.WireName, out _))
        {
            return;
        }

        if (again.Type != first.Property.Type)
        {
            string why = $"{draft.Name} inherits the property from {first.Owner.Name}, which gives its type";
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(draft.Schema), again.WireName, why);
        }

        if (again.IsRequired && !first.Property.IsRequired)
        {
            string why = $"{draft.Name} inherits the property from {first.Owner.Name}, where it is optional";
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(draft.Schema), $"required: [{again.WireName}]", why);
        }
    }

    /// <summary>Returns the names of the other properties of a derived record, which a property of its base cannot have.</summary>
    private IEnumerable<string> LockedIn(ObjectDraft derived, WantedName[] wanted)
    {
        HashSet<string> own = [.. wanted.Select(name => KeyOf(derived, name.Key))];
        return locked.Within($"{LockKind.Property} {derived.Name}").Where(entry => !own.Contains(entry.Key)).Select(static entry => entry.Name);
    }

    private static string KeyOf(ObjectDraft draft, string wireName) => LockKey.Of(LockKind.Property, draft.Name, wireName);

    private void ReportLookAlikes(IEnumerable<string> inherited, IReadOnlyCollection<PropertyDraft> own)
    {
        foreach ((string name, string like) in LookAlikes.Find(inherited.Concat(own.Select(static property => property.WireName))))
        {
            JsonSchema? schema = own.FirstOrDefault(property => property.WireName == name)?.Schema
                ?? own.FirstOrDefault(property => property.WireName == like)?.Schema;
            if (schema is not null)
            {
                diagnostics.AddLookAlike(index.LocationOf(schema), name, like);
            }
        }
    }

    private PropertyModel Finish(ObjectDraft draft, PropertyDraft property, string name)
    {
        if (kinds.TryGet(draft, property.WireName, out string? kind))
        {
            return Kind(draft, property, name, kind);
        }

        (bool isSent, bool isReceived) = (uses.IsSent(draft), uses.IsReceived(draft));
        TypeRef type = uses.Within(draft, draft.IsSecret ? Secrets.Hide(property.Type) : property.Type);

        // The sender need not set what only the server sets. The receiver need not find what only the client sends.
        bool mustBe = property.IsRequired && !(property.IsReadOnly && isSent) && !(property.IsWriteOnly && isReceived);
        bool isInferred = kinds.IsInferred(draft, property.WireName);
        ConstantModel? constant = isInferred || (mustBe && !property.IsNullable)
            ? constants.OnlyValueOf(property.Only ?? property.Actual, type)
            : null;
        bool isKind = constant is not null && isInferred;
        bool isExpected = property.IsRequired && !property.IsWriteOnly && !(isSent && isReceived) || mustBe;
        bool isRequired = mustBe && constant is null;
        bool isPatched = uses.IsPatched(draft);
        bool isSet = mustBe || property.IsReadOnly || (isKind && (property.IsNullable || isPatched));
        ConstantModel? initial = defaults.Parse(property, type, isPatched, isSet) ?? (mustBe && !property.IsNullable ? constant : null);
        ConstantModel? @default = initial ?? constant;

        // A form cannot express a null file.
        bool isFile = (type.Element ?? type).Shape == TypeShape.File;
        bool mayBeNull = property.IsNullable || IsAny(property, type);
        bool isOptional = !property.IsRequired && mayBeNull && uses.TellsNullFromAbsent(draft) && !property.IsReadOnly && @default is null && !isFile;
        bool isNullable = isOptional || property.IsNullable || (!isRequired && initial is null);
        return new PropertyModel
        {
            Name = name,
            WireName = property.WireName,
            Type = isNullable ? type.AsNullable() : type,
            Doc = DocOf(property, Secrets.IsHidden(type)),
            IsOptional = isOptional,
            IsKind = isKind,
            IsRequired = isRequired,
            IsExpected = isExpected,
            WritesNull = isOptional || (property.IsNullable && mustBe),
            IsReadOnly = property.IsReadOnly && isSent && !isKind,
            Default = @default,

            // What the server left out stays left out when the value is sent back.
            AbsentValue = isKind && isNullable ? AbsentValue.Null : AbsentValue.AsInitialized,
            IsObsolete = property.IsDeprecated,
        };
    }

    /// <summary>Returns whether a property can be any JSON, of which null is one.</summary>
    private static bool IsAny(PropertyDraft property, TypeRef type) =>
        type.Kind == PrimitiveKind.Element && property.Actual.Type == JsonObjectType.None && property.Actual.Enumeration.Count == 0;

    /// <summary>
    /// Returns the discriminator property of a record. The record sends its value and can be read without it, because a server
    /// sends it only if the declared type has derived types. It is sent although it is read-only, because the type of the value depends on it.
    /// </summary>
    private PropertyModel Kind(ObjectDraft draft, PropertyDraft property, string name, string? kind)
    {
        TypeRef type = uses.Within(draft, property.Type);
        ConstantModel? @default = kind is null ? null : constants.ParseKind(kind, type);

        // The value may be absent on a base, on the default case, and on a record whose schema does not describe the property.
        // Reading must not add a value that was not received.
        bool isOpen = draft.Derived.Count > 0 || property.IsAdded || kinds.IsFallback(draft);
        return new PropertyModel
        {
            Name = name,
            WireName = property.WireName,
            Type = isOpen || @default is null ? type.AsNullable() : type,
            Doc = DocOf(property, isSecret: false),
            IsKind = true,
            Default = @default,
            AbsentValue = isOpen && @default is not null ? AbsentValue.Null : AbsentValue.AsInitialized,
            IsObsolete = property.IsDeprecated,
        };
    }

    private DocModel DocOf(PropertyDraft property, bool isSecret)
    {
        DocModel doc = documentation.OfProperty(property.Schema, $"The `{property.WireName}` property.", isSecret);
        return isSecret ? doc : SingleValues.Describe(doc, property.Only ?? property.Actual);
    }

    /// <summary>Returns an inherited property, with the record's own value if it is a discriminator.</summary>
    private PropertyModel Inherited(PropertyModel property, ObjectDraft draft, ObjectDraft owner)
    {
        bool isKind = kinds.TryGet(draft, property.WireName, out string? kind);
        ConstantModel? @default = isKind && kind is not null ? constants.ParseKind(kind, property.Type) : null;
        return @default is null
            ? property with
            {
                IsInherited = true,
                AbsentValue = kinds.IsInferred(owner, property.WireName) ? property.AbsentValue : AbsentValue.AsInitialized,
            }
            : property with
            {
                IsInherited = true,
                IsKind = true,
                Default = @default,
                IsDefaultedAnew = true,
                AbsentValue = kinds.IsFallback(draft) ? AbsentValue.Null : AbsentValue.Default,
            };
    }

    private sealed record Declared(ObjectDraft Owner, PropertyDraft Property, string Name, int Position);
}
