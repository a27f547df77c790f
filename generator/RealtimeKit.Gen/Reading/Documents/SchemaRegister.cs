using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The writable index. Only the classes that build the document use this type.</summary>
internal sealed class SchemaRegister : SchemaIndex
{
    public void Add(JsonSchema schema, SchemaOrigin origin) => OriginBySchema[schema] = origin;

    /// <summary>Adds a schema that is not in the document, with the location of the part that it was created for.</summary>
    public void Add(JsonSchema schema, SpecLocation location) => LocationBySchema[schema] = location;

    public void AddTraits(JsonSchema schema, SchemaTraits traits)
    {
        if (traits != default)
        {
            TraitsBySchema[schema] = traits;
        }
    }

    public void AddDocs(JsonSchema schema, OpenApiExternalDocumentation? docs)
    {
        if (docs is not null)
        {
            DocsBySchema[schema] = docs;
        }
    }

    public void AddDotNetType(JsonSchema schema, SpecLocation location) => DotNetTypeBySchema[schema] = location;

    public void AddHolder(JsonSchema schema, SchemaHolder holder) => HolderBySchema[schema] = holder;

    public void AddBase(JsonSchema schema, IReadOnlyList<JsonSchema> derived)
    {
        DerivedByBase[schema] = derived;
        AllDerived.UnionWith(derived);
    }

    public void AddDefault(OpenApiDiscriminator discriminator, JsonSchema @case) => DefaultByDiscriminator[discriminator] = @case;
}
