using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>The members of a composed schema.</summary>
internal sealed class Members
{
    /// <summary>Gets the members in the order of their names, so that no decision depends on the order of the document.</summary>
    public SortedDictionary<string, Member> ByName { get; } = new(StringComparer.Ordinal);

    public JsonSchema? AdditionalProperties { get; set; }

    /// <summary>Gets the parts that list required members.</summary>
    public List<JsonSchema> Requiring { get; } = [];

    /// <summary>Gets whether a part describes members without naming them.</summary>
    public bool DescribesOthers { get; set; }

    /// <summary>Gets the discriminator properties of the parts.</summary>
    public HashSet<string> Discriminators { get; } = new(StringComparer.Ordinal);
}
