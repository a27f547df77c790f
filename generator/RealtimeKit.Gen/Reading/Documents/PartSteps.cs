using NJsonSchema;

namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>
/// Counts the steps of walks through the parts and members of schemas, and through their bases. A record collects the members of all
/// its parts, so that a chain of a thousand schemas takes half a million steps. Once the budget is spent, walks end early, and the
/// document is refused.
/// </summary>
/// <param name="index">The schemas of the document.</param>
internal sealed class PartSteps(SchemaIndex index)
{
    /// <summary>The most steps for any document. They take about 0.1 seconds.</summary>
    private const int Most = 500_000;

    /// <summary>The additional steps for each schema of the document.</summary>
    private const int MostPerSchema = 50;

    private long _count;

    /// <summary>Gets the schema whose walk exceeded the budget, or null.</summary>
    public JsonSchema? Exceeded { get; private set; }

    /// <summary>Gets the budget.</summary>
    public long Budget => Most + ((long)MostPerSchema * index.Count);

    /// <summary>Counts one step.</summary>
    /// <param name="schema">The schema from which the walk leads.</param>
    /// <returns>Whether the budget allows it.</returns>
    public bool Take(JsonSchema schema)
    {
        if (Exceeded is null && ++_count > Most && _count > Budget)
        {
            Exceeded = schema;
        }

        return Exceeded is null;
    }
}
