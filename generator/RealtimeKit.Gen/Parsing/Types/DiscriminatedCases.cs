using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Decides which property distinguishes the cases of a union, and which values select which case.</summary>
internal sealed class DiscriminatedCases(DiscriminatorValues values, InferredDiscriminators inferred, SchemaIndex index)
{
    /// <summary>Sets the discriminator of a union, if any, and its cases.</summary>
    public void Assign(UnionDraft union, IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases)
    {
        if (union.Schema.DiscriminatorObject is { } discriminator)
        {
            AssignGiven(union, discriminator, cases);
        }
        else
        {
            AssignInferred(union, cases);
        }
    }

    private void AssignGiven(UnionDraft union, OpenApiDiscriminator discriminator, IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases)
    {
        union.Discriminator = discriminator.PropertyName ?? "";
        JsonSchema? unnamed = Unnamed(discriminator, cases);
        foreach ((TypeRef type, JsonSchema schema) in cases)
        {
            bool isUnnamed = ReferenceEquals(schema, unnamed);
            union.Cases.Add(new UnionCaseDraft(type, schema, isUnnamed ? [] : values.OfCase(discriminator, schema))
            {
                IsDefault = isUnnamed || values.IsDefault(discriminator, schema),
            });
        }
    }

    /// <summary>Sets the property that distinguishes the cases although the document names no discriminator.</summary>
    private void AssignInferred(UnionDraft union, IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases)
    {
        string? property = inferred.Find(cases.Where(static @case => MayBeObject(@case.Type)).Select(static @case => @case.Schema).ToArray());
        (TypeRef Type, JsonSchema Schema, IReadOnlyList<string> Values, bool AreAll)[] found = cases
            .Select(@case => property is null || !MayBeObject(@case.Type) ? (@case.Type, @case.Schema, [], AreAll: true) : ValuesOf(@case, property))
            .ToArray();
        HashSet<string> known = new(found.Where(static @case => @case.AreAll).SelectMany(static @case => @case.Values), StringComparer.Ordinal);
        union.Discriminator = property ?? "";
        union.IsInferred = property is not null;
        foreach ((TypeRef type, JsonSchema schema, IReadOnlyList<string> own, bool areAll) in found)
        {
            union.Cases.Add(new UnionCaseDraft(type, schema, own.Where(known.Contains).ToArray()) { HasOtherKinds = !areAll });
        }
    }

    private (TypeRef Type, JsonSchema Schema, IReadOnlyList<string> Values, bool AreAll) ValuesOf((TypeRef Type, JsonSchema Schema) @case, string property)
    {
        (IReadOnlyList<string> own, bool areAll) = inferred.ValuesOf(@case.Schema, property);
        return (@case.Type, @case.Schema, own, areAll);
    }

    /// <summary>
    /// Returns the only alternative that is not mapped and does not describe the discriminator, or null. It is the base itself,
    /// which System.Text.Json sends and expects without a discriminator.
    /// </summary>
    private JsonSchema? Unnamed(OpenApiDiscriminator discriminator, IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases)
    {
        if (discriminator.Mapping.Count == 0 || index.DefaultOf(discriminator) is not null)
        {
            return null;
        }

        JsonSchema[] unnamed = cases
            .Where(@case => @case.Type.Shape == TypeShape.Object && !values.Describes(discriminator, @case.Schema))
            .Select(static @case => @case.Schema)
            .ToArray();
        return unnamed.Length == 1 ? unnamed[0] : null;
    }

    private static bool MayBeObject(TypeRef type) => type.Shape is TypeShape.Object or TypeShape.Map or TypeShape.Union || type.Kind == PrimitiveKind.Element;
}
