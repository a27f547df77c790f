using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Reports a <c>required</c> that is not a list of names. Older drafts of JSON Schema had a boolean <c>required</c> on the
/// property, as parameters have. In a schema it has no effect, and the property remains optional.
/// </summary>
internal static class RequiredLists
{
    private const string Keyword = "required";

    public static void Report(SpecMapping schema, DiagnosticBag diagnostics)
    {
        SpecNode? required = schema[Keyword];
        if (required is null or SpecSequence || required.IsNull())
        {
            return;
        }

        if (required.AsBoolean() == false)
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored,
                schema.KeyLocation(Keyword),
                Keyword,
                "a property is optional unless 'required' of the object that has it lists its name");
            return;
        }

        string what = required is SpecScalar { Text.Length: <= 40 } scalar ? $"'required: {scalar.Text}'" : "'required'";
        diagnostics.Add(
            Descriptors.PartInvalid,
            schema.KeyLocation(Keyword),
            $"{what} in a schema is no list of names; to require a property, list its name in 'required' of the object that has it");
    }
}
