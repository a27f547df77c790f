using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Records;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>Decides which property distinguishes the cases of a union, and which values select which case.</summary>
internal sealed class DiscriminatedCases(DiscriminatorValues values, SchemaIndex index)
{
    /// <summary>Sets the discriminator of a union, if any, and its cases.</summary>
    public void Assign(UnionDraft union, IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases)
    {
        OpenApiDiscriminator? discriminator = union.Schema.DiscriminatorObject ?? Infer(cases);
        union.Discriminator = discriminator?.PropertyName ?? "";
        JsonSchema? unnamed = discriminator is null ? null : Unnamed(discriminator, cases);
        foreach ((TypeRef type, JsonSchema schema) in cases)
        {
            bool isUnnamed = ReferenceEquals(schema, unnamed);
            union.Cases.Add(new UnionCaseDraft(type, schema, discriminator is null || isUnnamed ? [] : values.OfCase(discriminator, schema))
            {
                IsDefault = discriminator is not null && (isUnnamed || values.IsDefault(discriminator, schema)),
            });
        }
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

    /// <summary>Returns the property that distinguishes the cases although the document names no discriminator, or null.</summary>
    private OpenApiDiscriminator? Infer(IReadOnlyList<(TypeRef Type, JsonSchema Schema)> cases) =>
        values.Infer(cases.Where(static @case => MayBeObject(@case.Type)).Select(static @case => @case.Schema).ToArray());

    private static bool MayBeObject(TypeRef type) => type.Shape is TypeShape.Object or TypeShape.Map or TypeShape.Union || type.Kind == PrimitiveKind.Element;
}
