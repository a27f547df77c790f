using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Parsing.Operations.Http;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Bodies;

/// <summary>Decides how the fields of a form are sent whose encoding the document describes.</summary>
internal sealed class FieldEncodings(MemberCollector members, SpecLocations locations, DiagnosticBag diagnostics)
{
    /// <summary>Returns the encodings of a form, and reports those of fields that it does not have.</summary>
    public EquatableArray<FieldEncodingModel> Of(OpenApiMediaType form)
    {
        Check(form);
        return form.Encoding
            .OrderBy(static encoding => encoding.Key, StringComparer.Ordinal)
            .Select(static encoding => new FieldEncodingModel(encoding.Key, Field(encoding.Value)))
            .ToEquatableArray();
    }

    private void Check(OpenApiMediaType form)
    {
        if (form.Encoding.Count == 0 || form.Schema is null || members.NamesOf(SchemaFacts.Follow(form.Schema)) is not { Count: > 0 } names)
        {
            return;
        }

        foreach (KeyValuePair<string, OpenApiEncoding> encoding in form.Encoding.Where(encoding => !names.Contains(encoding.Key)))
        {
            if (diagnostics.IsFull(Descriptors.PartInvalid))
            {
                return;
            }

            string? nearest = NearestName.Find(encoding.Key, names);
            diagnostics.Add(
                Descriptors.PartInvalid,
                locations.Of(encoding.Value),
                $"The 'encoding' of '{encoding.Key}' has no effect, because the form has no such "
                    + $"property{NearestName.MaybeMeant(nearest)}");
        }
    }

    private static FieldModel Field(OpenApiEncoding encoding)
    {
        // The value may be a list of allowed media types. The first one is sent.
        string first = (encoding.EncodingType ?? "").Split(',')[0].Trim();
        string contentType = MediaTypes.IsWellFormed(first) && first.IndexOf('*') < 0 ? first : "";
        return new FieldModel(ParameterStyles.Name(encoding.Style) ?? "Form", encoding.Explode, encoding.AllowReserved, contentType)
        {
            Form = contentType.Length > 0 && MediaTypes.IsJson(contentType) ? FieldForm.Json : FieldForm.Text,
        };
    }
}
