using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Parses <c>oneOf</c> and <c>anyOf</c>. Alternatives that C# need not distinguish are combined: an enum beside a plain string is
/// an open enum, and an integer beside a number is a number. Otherwise the type is a union.
/// </summary>
internal sealed class UnionParser(
    SchemaParser schemas,
    DraftRegistry registry,
    DiscriminatedCases discriminated,
    ScalarTypes scalars,
    SchemaIndex index,
    DiagnosticBag diagnostics)
{
    public const string OnlyItself = "Each part of the schema leads back to the schema itself";

    public TypeRef Parse(JsonSchema actual, IReadOnlyList<JsonSchema> branches, string hint, int depth)
    {
        DistinctTypes types = new();
        List<JsonSchema> kept = [];
        bool isNullable = false;
        IReadOnlyList<string> parts = CaseParts.Of(branches, StandIn, index.Steps);
        bool hasNameOfWhole = IsOpenEnum(branches) || IsOneType(actual, branches);
        for (int i = 0; i < branches.Count; i++)
        {
            JsonSchema branch = SchemaFacts.Follow(branches[i]);
            if (ReferenceEquals(branch, actual))
            {
                continue;
            }

            TypeRef type = schemas.ResolveCase(branches[i], hasNameOfWhole ? hint : TypeKey.Part(hint, parts[i]), depth + 1);
            isNullable |= type.IsNullable;
            if (types.Add(type.AsRequired()))
            {
                kept.Add(branch);
            }
            else if (SingleValues.IsSingle(kept[types.IndexOf(type)]))
            {
                // The other branch may allow more values.
                kept[types.IndexOf(type)] = branch;
            }
        }

        List<(TypeRef Type, JsonSchema Schema)> cases = types.Types.Zip(kept, static (type, schema) => (type, schema)).ToList();
        TypeRef? collapsed = Collapse(cases);
        if (cases.Count == 0)
        {
            return schemas.Degrade(actual, OnlyItself);
        }

        if (collapsed is not null && registry.TypeOf(actual) is { } declared)
        {
            // The union contains itself and has been declared. It remains a union even with a single case.
            cases = [(collapsed == declared ? schemas.Degrade(actual, OnlyItself) : collapsed, actual)];
            collapsed = null;
        }

        TypeRef decided = collapsed ?? Declare(actual, cases, hint);
        return isNullable ? decided.AsNullable() : decided;
    }

    /// <summary>Declares a union, or sets the cases of a union that was declared before they were known.</summary>
    public TypeRef Declare(JsonSchema actual, IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases, string hint)
    {
        TypeRef type = registry.Declare(actual, SharedName(actual, cases) ?? hint, TypeShape.Union, name => new UnionDraft(name, actual));
        if (registry.DraftOf(type) is UnionDraft { Cases.Count: 0 } draft)
        {
            draft.Height = 1 + cases
                .Select(@case => registry.DraftOf(@case.Type))
                .OfType<UnionDraft>()
                .Select(static inner => inner.Height)
                .DefaultIfEmpty()
                .Max();
            discriminated.Assign(draft, cases);
        }

        return type;
    }

    /// <summary>Declares the union of a number or text that the format of Kubernetes means.</summary>
    public TypeRef DeclareIntOrString(JsonSchema actual, string hint) =>
        Declare(actual, [(TypeRef.Of(PrimitiveKind.Int64), actual), (PrimitiveTypes.Text, actual)], hint);

    /// <summary>Returns the name of a union that is shared by many owners and should not be named after one of them, or null.</summary>
    private string? SharedName(JsonSchema actual, IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases) =>
        registry.IsNamedByPlace(actual)
        && CaseNames.OfUnion(cases.Select(static @case => @case.Type), NameOf) is { } name
        && registry.TryReserve(name)
            ? name
            : null;

    /// <summary>Returns the name of a component, or of an inline type that has a name of its own, such as a title that all of its places have.</summary>
    private string? NameOf(TypeRef type) =>
        registry.DraftOf(type) is { } draft && TypeKey.IsName(draft.Key) ? draft.Key : null;

    /// <summary>
    /// Returns whether the alternatives are one enum and plain strings. The type is then that enum, with the name of the whole.
    /// </summary>
    private bool IsOpenEnum(IReadOnlyList<JsonSchema> branches)
    {
        JsonSchema[] actual = branches.Select(static branch => SchemaFacts.Follow(branch)).ToArray();
        return actual.Count(static branch => branch.Enumeration.Count > 0) == 1
            && actual.All(static branch => branch.Type == JsonObjectType.String
                || (branch.Enumeration.Count > 0 && branch.Enumeration.All(static value => value is string)))
            && actual.Any(branch => branch.Enumeration.Count == 0 && scalars.Of(branch) == PrimitiveTypes.Text);
    }

    /// <summary>
    /// Returns whether the alternatives of an inline schema differ in null alone, so that their type is that of the whole. A component can contain
    /// itself, and is then a union with a single case.
    /// </summary>
    private bool IsOneType(JsonSchema actual, IReadOnlyList<JsonSchema> branches) =>
        branches.Count > 1 && index.OriginOf(actual) is { Name: null } && branches.Select(StandIn).Distinct().Count() == 1;

    /// <summary>Returns the schema that stands for all schemas of the same type as an alternative, or as its items, and the depth of the items.</summary>
    private (JsonSchema Schema, int Depth) StandIn(JsonSchema branch)
    {
        JsonSchema schema = MeantSchemas.Innermost(branch, index);
        int depth = 0;
        while (schema.Type == JsonObjectType.Array && schema.Item is { } item && depth < CaseParts.DeepestList)
        {
            schema = MeantSchemas.Innermost(item, index);
            depth++;
        }

        return (schemas.StandIn(schema), depth);
    }

    /// <summary>Returns the combined type of the alternatives, or null. It is a secret if one of them is.</summary>
    private TypeRef? Collapse(List<(TypeRef Type, JsonSchema Schema)> cases)
    {
        bool isSecret = cases.Exists(static @case => Secrets.IsHidden(@case.Type));
        TypeRef? type = CollapseTypes(cases);
        return type is not null && isSecret ? Secrets.Hide(type) : type;
    }

    private TypeRef? CollapseTypes(List<(TypeRef Type, JsonSchema Schema)> cases)
    {
        // A union keeps what is none of its objects as raw JSON, so an empty alternative adds nothing.
        if (cases.Count(@case => registry.DraftOf(@case.Type) is ObjectDraft) is > 1 and var objects && objects == cases.Count - 1)
        {
            cases.RemoveAll(static @case => @case.Type.Kind == PrimitiveKind.Element && SchemaFacts.IsEmpty(@case.Schema));
        }

        if (cases.FirstOrDefault(static @case => @case.Type.Kind == PrimitiveKind.Element) is { Type: not null } any)
        {
            diagnostics.Add(Descriptors.SchemaDegraded, index.LocationOf(any.Schema), "One of the alternatives allows any value");
            return Secrets.OfAny(cases.Select(static @case => @case.Schema));
        }

        // The widest number accepts all others.
        Widen(cases, PrimitiveKind.Double, PrimitiveKind.Int32, PrimitiveKind.Int64, PrimitiveKind.Single);
        Widen(cases, PrimitiveKind.Int64, PrimitiveKind.Int32);
        if (cases.Any(static @case => @case.Type == PrimitiveTypes.Text))
        {
            // If any text is allowed, numbers in text are text.
            for (int i = 0; i < cases.Count; i++)
            {
                cases[i] = (cases[i].Type with { InText = NumberText.None }, cases[i].Schema);
            }
        }

        CollapseTexts(cases);
        return cases.Count == 1 ? cases[0].Type : null;
    }

    /// <summary>
    /// Beside a plain string, an enum is open, and formats have no effect. A single value only makes an enum open.
    /// </summary>
    private void CollapseTexts(List<(TypeRef Type, JsonSchema Schema)> cases)
    {
        int text = cases.FindIndex(static @case => @case.Type == PrimitiveTypes.Text);
        if (text < 0)
        {
            return;
        }

        bool isSingle = SingleValues.IsSingle(cases[text].Schema);
        TypeRef[] enums = cases.Select(static @case => @case.Type).Where(IsTextEnum).ToArray();
        bool isSecret = cases.Exists(@case => (IsText(@case.Type) || IsTextEnum(@case.Type)) && Secrets.IsHidden(@case.Type));
        if (enums.Length == 1)
        {
            cases.RemoveAll(@case => isSingle ? @case.Type == PrimitiveTypes.Text : IsText(@case.Type));
            int index = cases.FindIndex(@case => @case.Type == enums[0]);
            cases[index] = (Of(enums[0].AsOpen()), cases[index].Schema);
        }
        else if (!isSingle)
        {
            int first = cases.FindIndex(@case => IsText(@case.Type) || IsTextEnum(@case.Type));
            JsonSchema schema = cases[first].Schema;
            cases.RemoveAll(@case => IsText(@case.Type) || IsTextEnum(@case.Type));
            cases.Insert(first, (Of(PrimitiveTypes.Text), schema));
        }

        TypeRef Of(TypeRef type) => isSecret ? Secrets.Hide(type) : type;

        bool IsTextEnum(TypeRef type) => type.Shape == TypeShape.Enum && registry.DraftOf(type) is EnumDraft { IsNumeric: false };
        static bool IsText(TypeRef type) => type.IsText;
    }

    /// <summary>Replaces the narrow types by the wide one, which is also read from text if one of them is.</summary>
    private static void Widen(List<(TypeRef Type, JsonSchema Schema)> cases, PrimitiveKind wide, params PrimitiveKind[] narrow)
    {
        int index = cases.FindIndex(@case => @case.Type.Kind == wide);
        if (index < 0)
        {
            return;
        }

        (TypeRef Type, JsonSchema Schema) widest = cases[index];
        NumberText inText = cases
            .Where(@case => IsNarrow(@case.Type))
            .Select(static @case => @case.Type.InText)
            .Append(widest.Type.InText)
            .Max();
        bool isSecret = cases.Exists(@case => (@case.Type.Kind == wide || IsNarrow(@case.Type)) && @case.Type.IsSecret);
        cases[index] = (widest.Type with { InText = inText, IsSecret = isSecret }, widest.Schema);
        cases.RemoveAll(@case => IsNarrow(@case.Type));

        bool IsNarrow(TypeRef type) => type.Kind is { } kind && narrow.Contains(kind);
    }
}
