using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Reports the type of a text, number or boolean in a schema that describes the members of an object. Such a schema is that of an object,
/// since its author described more than the type, unless its values are listed. Then its members are reported.
/// </summary>
internal static class ObjectTypes
{
    private static readonly string[] _members = ["properties", "patternProperties", "additionalProperties"];

    public static void Report(SpecMapping schema, DiagnosticBag diagnostics)
    {
        if (schema["type"].AsText() is not ("string" or "integer" or "number" or "boolean")
            || Array.Find(_members, keyword => schema[keyword].AsMapping()?.Entries.Count > 0) is not { } members)
        {
            return;
        }

        if (schema["const"] is not null || schema["enum"].AsSequence()?.Items.Count > 0)
        {
            string values = schema["const"] is null ? "enum" : "const";
            diagnostics.Add(Descriptors.KeywordIgnored, schema.KeyLocation(members), members, $"the schema has '{values}', which lists its values");
        }
        else
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored,
                schema.KeyLocation("type"),
                "type: " + schema["type"].AsText(),
                $"the schema has '{members}', so its values are objects");
        }
    }
}
