using System.Globalization;
using NJsonSchema;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>The text of a value that is the only one which a schema allows.</summary>
internal static class ParameterConstants
{
    /// <summary>The text as it is sent, before any encoding; null where there are several values, or where it is no plain one.</summary>
    public static string? Of(JsonSchema schema, SchemaIndex index)
    {
        object?[] values = SchemaFacts.Meant(schema, index).Enumeration.Where(static value => value is not null).ToArray();
        return values.Length != 1 ? null : values[0] switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            long number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
