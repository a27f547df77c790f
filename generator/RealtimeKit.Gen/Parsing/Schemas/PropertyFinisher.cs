using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Decides how a property is declared, read and written, from two facts of the document (required, nullable) and two
/// of the client (sent, received).
/// </summary>
internal sealed class PropertyFinisher(SchemaParser schemas, SpecDocument document, Documentation documentation, DiagnosticBag diagnostics)
{
    private readonly Dictionary<ObjectDraft, IReadOnlyDictionary<string, Declared>> _declared = [];

    public EquatableArray<PropertyModel> Finish(ObjectDraft draft)
    {
        IReadOnlyDictionary<string, Declared> declared = DeclaredOf(draft);
        List<PropertyModel> models = [];
        foreach (PropertyDraft property in draft.Properties)
        {
            (ObjectDraft owner, PropertyDraft first, string name) = declared[property.WireName];
            PropertyModel model = Finish(owner, first, name);
            models.Add(owner == draft ? model : Inherited(model, draft, owner));
        }

        return models
            .OrderByDescending(static property => property.IsRequired)
            .ThenBy(static property => property.WireName, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>A member keeps the name, and the declaration, that it has on the record that declares it first.</summary>
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
            Dictionary<string, Declared> all = known?.ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal) ?? new(StringComparer.Ordinal);
            PropertyDraft[] own = each.Properties.Where(property => !all.ContainsKey(property.WireName)).ToArray();
            IReadOnlyDictionary<string, string> names = OwnNames(each, own, all.Values.Select(static declared => declared.Name));
            foreach (PropertyDraft property in own)
            {
                all[property.WireName] = new Declared(each, property, names[property.WireName]);
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
            string? given = property.Schema.GivenMemberName();
            string name = given ?? Identifier.Pascal(property.WireName);
            return new WantedName(property.WireName, property.WireName, reserved.Contains(name) ? name + "Value" : name, given is not null);
        }).ToArray();
        IReadOnlyDictionary<string, string> names = new NameScope(reserved).Assign(wanted);
        foreach (PropertyDraft property in properties)
        {
            string wished = property.Schema.GivenMemberName() ?? Identifier.Pascal(property.WireName);
            if (names[property.WireName] != wished)
            {
                diagnostics.Add(Descriptors.NameChanged, document.LocationOf(property.Schema), property.WireName, names[property.WireName], $"{wished} is taken within {draft.Name}");
            }
        }

        return names;
    }

    private PropertyModel Finish(ObjectDraft draft, PropertyDraft property, string name)
    {
        bool isReadOnly = property.IsReadOnly && draft.IsSent;
        bool isSentAndReceived = draft.IsSent && draft.IsReceived;
        TypeRef type = schemas.Directed(property.Type, draft.IsReceived);

        // Who makes a request need not set what only the server sets; who reads a response need not find what only
        // the client sends.
        bool isRequired = property.IsRequired && !(property.IsReadOnly && draft.IsSent) && !(property.IsWriteOnly && draft.IsReceived);
        string constant = isRequired && !property.IsNullable ? ConstantOf(draft, property, type) : "";
        bool isExpected = property.IsRequired && !property.IsWriteOnly && !isSentAndReceived || isRequired;
        isRequired &= constant.Length == 0;
        string @default = constant.Length > 0 ? constant : isRequired || property.IsNullable || property.IsReadOnly ? "" : DefaultOf(property, type);
        bool isOptional = !property.IsRequired && property.IsNullable && draft.IsSent && !property.IsReadOnly && @default.Length == 0;
        bool isNullable = isOptional || property.IsNullable || (!isRequired && @default.Length == 0);
        return new PropertyModel
        {
            Name = name,
            WireName = property.WireName,
            Type = isNullable ? type.AsNullable() : type,
            Doc = documentation.OfProperty(property.Schema, property.Actual, $"The property {property.WireName}.", type.Codec == "Sensitive"),
            IsOptional = isOptional,
            IsRequired = isRequired,
            IsExpected = isExpected,
            WritesNull = property.IsNullable && (isRequired || isOptional),
            IsReadOnly = isReadOnly,
            Default = @default,
            IsObsolete = property.Schema.IsDeprecated || property.Actual.IsDeprecated,
        };
    }

    /// <summary>What can have one value only has it, without anybody's saying so; and a discriminator what it says of the record.</summary>
    private string ConstantOf(ObjectDraft draft, PropertyDraft property, TypeRef type)
    {
        object? only = property.Actual.Enumeration.Count == 1 ? property.Actual.Enumeration.Single()
            : draft.Discriminator == property.WireName ? draft.OwnKinds.FirstOrDefault()
            : null;
        return only is null ? "" : DefaultLiteral.Of(only, type, schemas) ?? "";
    }

    /// <summary>A property of a base; its discriminator, where nobody must set it, says something else of this record.</summary>
    private PropertyModel Inherited(PropertyModel property, ObjectDraft draft, ObjectDraft owner)
    {
        bool isKind = owner.Discriminator == property.WireName && property is { IsExpected: true, IsRequired: false };
        string? kind = isKind ? owner.Derived.FirstOrDefault(derived => derived.Draft == draft).Value : null;
        string? @default = kind is null || property.Default.Length == 0 ? null : DefaultLiteral.Of(kind, property.Type, schemas);
        return @default is null || @default == property.Default
            ? property with { IsInherited = true }
            : property with { IsInherited = true, Default = @default, IsDefaultedAnew = true };
    }

    private string DefaultOf(PropertyDraft property, TypeRef type)
    {
        object? value = property.Schema.Default ?? property.Actual.Default;
        if (value is null)
        {
            return "";
        }

        string? literal = DefaultLiteral.Of(value, type, schemas);
        if (literal is null && property.Type.Shape is TypeShape.Primitive or TypeShape.Enum or TypeShape.OpenEnum && !(value is IDictionary<string, object?> or IList<object?>) && type.Codec is not ("Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Duration" or "Uri" or "Bytes" or "Element" or "Sensitive"))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, document.LocationOf(property.Schema), "default", value is string { Length: > DefaultLiteral.LongestText } ? "it is too long for code" : "it is not a value of the schema's type");
        }

        return literal ?? "";
    }

    private sealed record Declared(ObjectDraft Owner, PropertyDraft Property, string Name);
}
