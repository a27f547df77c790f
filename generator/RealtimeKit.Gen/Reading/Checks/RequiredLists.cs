using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Reports a <c>required</c> that is not a list of names. In older drafts of JSON Schema it was a Boolean on the property
/// itself, as it still is on parameters. In a schema, such a <c>required</c> has no effect, and the property stays optional.
/// </summary>
internal static class RequiredLists
{
    private const string Keyword = "required";

    public static void Report(SpecMapping schema, DiagnosticBag diagnostics)
    {
        SpecNode? required = schema[Keyword];
        if (required is SpecSequence names)
        {
            ReportItems(names, diagnostics);
            return;
        }

        if (required is null || required.IsNull())
        {
            return;
        }

        if (required.AsBoolean() == false)
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored,
                schema.KeyLocation(Keyword),
                Keyword,
                "a property is required only if the 'required' list of its object contains its name");
            return;
        }

        string what = required is SpecScalar { Text.Length: <= 40 } scalar ? $"'required: {scalar.Text}'" : "'required'";
        diagnostics.Add(
            Descriptors.PartInvalid,
            schema.KeyLocation(Keyword),
            $"{what} in a schema is not a list of names; to require a property, add its name to the 'required' list of its object");
    }

    /// <summary>Reports what is no name, such as the list that an overlay appends to a list.</summary>
    private static void ReportItems(SpecSequence names, DiagnosticBag diagnostics)
    {
        foreach (SpecNode item in names.Items.Where(static item => item.AsText() is null))
        {
            diagnostics.Add(Descriptors.PartInvalid, item.Location, $"An item of '{Keyword}' is not the name of a property");
        }
    }
}
