using NJsonSchema;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
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
        object?[] values = SingleValues.Narrowest(MeantSchemas.Meant(schema, index)).Enumeration.Where(static value => value is not null).ToArray();
        return values.Length == 1 ? PlainText.Of(values[0]) : null;
    }

    /// <summary>Returns whether HTTP can transmit the text in that place. A dot segment would change the path.</summary>
    public static bool CanBeSent(string text, ParameterPlace place, string? style) => !LoneSurrogates.AreIn(text) && place switch
    {
        ParameterPlace.Path => text is not ("." or ".."),
        ParameterPlace.Header => text.All(static c => c is '\t' or (>= ' ' and <= '~')),
        ParameterPlace.Cookie when style == "cookie" => text.All(static c => c is not ';' and >= ' ' and <= '~'),
        _ => true,
    };
}
