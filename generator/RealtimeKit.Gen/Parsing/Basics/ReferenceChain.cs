using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Basics;

/// <summary>
/// Finds what a schema says about its values, whatever their type. It can say so itself, also beside a <c>$ref</c>, and so can each
/// schema to which the references lead.
/// </summary>
internal static class ReferenceChain
{
    /// <summary>The longest chain of references. A longer chain is a circle, which has been reported.</summary>
    public const int Longest = 256;

    /// <summary>Returns the schema and those to which its references lead, the nearest first.</summary>
    public static IEnumerable<JsonSchema> Of(JsonSchema schema)
    {
        yield return schema;
        JsonSchema current = schema;
        for (int steps = 0; current.Reference is { } target && steps < Longest; steps++)
        {
            yield return current = target;
        }
    }

    /// <summary>Returns what the nearest schema of the chain says, or null if none says anything.</summary>
    /// <param name="said">Returns what one schema says itself, or null.</param>
    public static T? Nearest<T>(JsonSchema schema, Func<JsonSchema, T?> said)
    {
        foreach (JsonSchema link in Of(schema))
        {
            if (said(link) is { } found)
            {
                return found;
            }
        }

        return default;
    }
}
