using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>
/// Finds the discriminator values of records, for bases and for unions. The generated code sets these properties. A record whose
/// schema does not describe its discriminator gets a property for it.
/// </summary>
internal sealed class KindParser(SchemaParser schemas, TypeDrafts drafts, SchemaIndex index, ImpliedSchemas implied, DiagnosticBag diagnostics)
{
    private readonly ListMap<(ObjectDraft Record, string Property), IReadOnlyList<string>> _claims = new();
    private readonly HashSet<ObjectDraft> _fallbacks = [];

    public KindValues Parse()
    {
        foreach (TypeDraft draft in drafts.All)
        {
            switch (draft)
            {
                case ObjectDraft { Derived.Count: > 0, Schema.DiscriminatorObject: not null, Discriminator.Length: > 0 } based:
                    ClaimFamily(based);
                    break;
                case UnionDraft { Discriminator.Length: > 0, IsInferred: false } union:
                    ClaimCases(union);
                    break;
            }
        }

        Dictionary<(ObjectDraft Record, string Property), string?> values = _claims.Keys.ToDictionary(
            static key => key,
            key => Choose(key.Record, key.Property, _claims[key]));
        AddUnnamed(values);
        AddForms(values);
        foreach ((ObjectDraft record, string property) in values.Keys)
        {
            KeepText(record, property);
            AddProperty(record, property);
        }

        return new KindValues(values, _fallbacks, InferredKinds.Of(drafts));
    }

    /// <summary>Gives a record without a name of its own the discriminator value of the record that it extends.</summary>
    private void AddUnnamed(Dictionary<(ObjectDraft Record, string Property), string?> values)
    {
        ILookup<ObjectDraft, (string Property, string Value)> known = values
            .Where(static pair => pair.Value is not null)
            .ToLookup(static pair => pair.Key.Record, static pair => (pair.Key.Property, pair.Value!));
        HashSet<ObjectDraft> named = [.. values.Keys.Select(static key => key.Record)];
        foreach (ObjectDraft record in drafts.All.OfType<ObjectDraft>().Where(record => record.BaseDraft is not null && !named.Contains(record)))
        {
            ObjectDraft? nearest = record.BaseDraft;
            while (nearest is not null && !named.Contains(nearest))
            {
                nearest = nearest.BaseDraft;
            }

            foreach ((string property, string value) in nearest is null ? [] : known[nearest])
            {
                values[(record, property)] = value;
            }
        }
    }

    /// <summary>
    /// Gives a form the discriminator values of its record. If the record is not sent in any other way, the bases determine the
    /// values.
    /// </summary>
    private void AddForms(Dictionary<(ObjectDraft Record, string Property), string?> values)
    {
        ILookup<JsonSchema, (string Property, string Value)> known = values
            .Where(static pair => pair.Value is not null)
            .ToLookup(static pair => pair.Key.Record.Schema, static pair => (pair.Key.Property, pair.Value!));
        foreach (ObjectDraft form in drafts.All.OfType<ObjectDraft>().Where(static draft => draft.IsForm))
        {
            foreach ((string property, IReadOnlyList<string> claimed) in schemas.KindsOf(form))
            {
                values[(form, property)] = Choose(form, property, [claimed]);
            }

            foreach ((string property, string value) in known[MeantSchemas.Meant(form.Schema, index)])
            {
                values[(form, property)] = value;
            }
        }
    }

    private void ClaimFamily(ObjectDraft based)
    {
        Claim(based, based.Discriminator, based.SentKind is { } own ? [own] : []);
        if (based.DefaultDerived is { } fallback)
        {
            _fallbacks.Add(fallback);
        }

        ILookup<ObjectDraft, string> values = based.Derived.ToLookup(static derived => derived.Draft, static derived => derived.Value);
        foreach (IGrouping<ObjectDraft, string> derived in values)
        {
            Claim(derived.Key, based.Discriminator, values[Decided(derived.Key, based)].ToArray());
        }
    }

    /// <summary>
    /// Returns the record that the base's discriminator names. Below a level with another discriminator, that level is named.
    /// </summary>
    private static ObjectDraft Decided(ObjectDraft record, ObjectDraft based)
    {
        ObjectDraft decided = record;
        for (ObjectDraft? level = record.BaseDraft; level is not null && level != based; level = level.BaseDraft)
        {
            decided = level.Discriminator == based.Discriminator ? decided : level;
        }

        return decided;
    }

    private void ClaimCases(UnionDraft union)
    {
        foreach (UnionCaseDraft @case in union.Cases.Where(static @case => @case.DiscriminatorValues.Count > 0))
        {
            ClaimCase(@case.Type, union.Discriminator, @case.DiscriminatorValues);
            if (@case.IsDefault && drafts.Of(@case.Type) is ObjectDraft record)
            {
                _fallbacks.Add(record);
            }
        }
    }

    /// <summary>
    /// Claims the value for each record of a case. A union within a union has a discriminator of its own, so all of its cases are
    /// one case of the outer union.
    /// </summary>
    private void ClaimCase(TypeRef type, string property, IReadOnlyList<string> values)
    {
        HashSet<TypeDraft> visited = [];
        Stack<TypeRef> open = new([type]);
        while (open.Count > 0)
        {
            switch (drafts.Of(open.Pop()))
            {
                case ObjectDraft { IsForm: false } record:
                    Claim(record, property, values);
                    break;
                case UnionDraft inner when inner.Discriminator != property && values.Count == 1 && visited.Add(inner):
                    foreach (UnionCaseDraft @case in inner.Cases)
                    {
                        open.Push(@case.Type);
                    }

                    break;
            }
        }
    }

    private void Claim(ObjectDraft record, string property, IReadOnlyList<string> values) => _claims.Add((record, property), values);

    /// <summary>
    /// Returns the value that all claims agree on, preferably the record's own constant. Otherwise returns the constant, or else
    /// the first value.
    /// </summary>
    private string? Choose(ObjectDraft record, string property, IReadOnlyList<IReadOnlyList<string>> claims)
    {
        IReadOnlyList<string>[] given = claims.Where(static values => values.Count > 0).ToArray();
        if (given.Length == 0)
        {
            return null;
        }

        string[] agreed = given.Skip(1).Aggregate(given[0].AsEnumerable(), static (all, values) => all.Intersect(values, StringComparer.Ordinal)).ToArray();
        ICollection<object?>? enumeration = record.Properties.Find(each => each.WireName == property)?.Actual.Enumeration;
        string? constant = enumeration?.Count == 1 ? Constants.TextOf(enumeration.First()) : null;
        string chosen = constant is not null && given.Any(values => values.Contains(constant, StringComparer.Ordinal)) ? constant
            : agreed.Length > 0 ? agreed[0]
            : given.SelectMany(static values => values).OrderBy(static value => value, StringComparer.Ordinal).First();
        if (agreed.Length == 0)
        {
            diagnostics.Add(
                Descriptors.KindAmbiguous,
                index.LocationOf(record.Schema),
                property,
                TypeKey.Plain(record.Key),
                string.Join(
                    ", ",
                    given.SelectMany(static values => values).Distinct(StringComparer.Ordinal).OrderBy(static value => value, StringComparer.Ordinal)),
                chosen);
        }

        return chosen;
    }

    /// <summary>Gives a discriminator its usual type instead of one that the project chooses, because the client itself sets the value.</summary>
    private void KeepText(ObjectDraft record, string property)
    {
        int place = record.Properties.FindIndex(each => each.WireName == property);
        if (place < 0 || record.Properties[place] is not { Type: { Scalar: not null } type } chosen)
        {
            return;
        }

        record.Properties[place] = chosen with { Type = type.IsNumber ? TypeRef.Of(PrimitiveKind.Int64) : PrimitiveTypes.Text };
        SpecLocation? named = ReferenceChain.Nearest(chosen.Schema, index.LocationOfDotNetType);
        diagnostics.Add(
            Descriptors.KeywordIgnored,
            named ?? index.LocationOf(chosen.Schema),
            named is null ? "Formats" : SchemaExtensions.DotNetType,
            $"'{property}' is a discriminator, whose text the client sends by itself");
    }

    /// <summary>Adds a property for a discriminator that the record's schema does not describe.</summary>
    private void AddProperty(ObjectDraft record, string property)
    {
        if (record.Properties.Exists(each => each.WireName == property))
        {
            return;
        }

        JsonSchema schema = implied.Text("The kind of this value.", place: record.Schema);
        record.Properties.Add(new PropertyDraft { WireName = property, Schema = schema, Actual = schema, Type = PrimitiveTypes.Text, IsAdded = true });
    }
}
