using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Checks;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>Fills a schema's discriminator: an object with a mapping, or a name in Swagger 2.0.</summary>
internal sealed class DiscriminatorBuilder(SpecReferences references, SchemaRegister register, DiagnosticBag diagnostics)
{
    private readonly DiscriminatorNames _names = new(references);

    /// <param name="build">Returns the target of a reference, or null after reporting a diagnostic.</param>
    public void Fill(JsonSchema schema, SpecMapping mapping, Func<SpecNode, string, JsonSchema?> build)
    {
        switch (mapping["discriminator"])
        {
            case SpecMapping discriminator when discriminator["propertyName"].AsText() is { } name:
                schema.DiscriminatorObject = new OpenApiDiscriminator { PropertyName = NameOf(mapping, name, discriminator["propertyName"]!) };
                FillMapping(schema.DiscriminatorObject, discriminator, build);
                FillDefault(schema.DiscriminatorObject, discriminator, build);
                break;
            case SpecMapping discriminator when discriminator["propertyName"] is null || discriminator["propertyName"].IsNull():
                diagnostics.Add(Descriptors.PartInvalid, mapping.KeyLocation("discriminator"), "The discriminator has no 'propertyName'");
                break;
            case SpecScalar { Kind: SpecScalarKind.String } name:
                schema.DiscriminatorObject = new OpenApiDiscriminator { PropertyName = NameOf(mapping, name.Text, name) };
                break;
        }
    }

    /// <summary>Returns the name of the property, or of the one that a misspelled name means.</summary>
    private string NameOf(SpecMapping schema, string name, SpecNode place)
    {
        if (_names.FindMeant(schema, name) is not { } meant)
        {
            return name;
        }

        diagnostics.Add(
            Descriptors.PartInvalid, place.Location, $"'{meant}' is used in place of the discriminator's property '{name}', which no schema has");
        return meant;
    }

    private static void FillMapping(OpenApiDiscriminator discriminator, SpecMapping node, Func<SpecNode, string, JsonSchema?> build)
    {
        if (node["mapping"] is not SpecMapping mapping)
        {
            return;
        }

        foreach (SpecEntry entry in mapping.Entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            if (entry.Value.AsText() is { Length: > 0 } target && build(entry.Value, Reference(target)) is { } schema)
            {
                discriminator.Mapping[entry.Key] = schema;
            }
        }
    }

    /// <summary>Fills the default case. If it does not exist, unknown values are kept as raw JSON.</summary>
    private void FillDefault(OpenApiDiscriminator discriminator, SpecMapping node, Func<SpecNode, string, JsonSchema?> build)
    {
        if (node["defaultMapping"] is not { } target || target.AsText() is not { Length: > 0 } name)
        {
            return;
        }

        if (IsBare(name) && !references.HasSchema(name))
        {
            diagnostics.Add(Descriptors.PartInvalid, target.Location, $"The discriminator's defaultMapping names {name}, but there is no such schema");
        }
        else if (build(target, Reference(name)) is { } schema)
        {
            register.AddDefault(discriminator, schema);
        }
    }

    /// <summary>Returns whether the text is the name of a component rather than a reference.</summary>
    private static bool IsBare(string target) => target.IndexOfAny(['/', '#', '.']) < 0;

    private static string Reference(string target) => IsBare(target) ? "#/components/schemas/" + SpecPointer.Escape(target) : target;
}
