using NJsonSchema;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>Finds parameters for which a schema allows only one value.</summary>
internal static class ParameterConstants
{
    /// <summary>
    /// Returns the text that is sent, before any encoding, or null if there are several values or the value is not plain.
    /// </summary>
    public static string? Of(JsonSchema schema, SchemaIndex index)
    {
        object?[] values = SchemaFacts.Meant(schema, index).Enumeration.Where(static value => value is not null).ToArray();
        return values.Length == 1 ? PlainText.Of(values[0]) : null;
    }
}
