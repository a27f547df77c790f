using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Checks;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Keys;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Fills the encodings of a form's fields.</summary>
internal sealed class EncodingBuilder(LocationRegister locations, DiagnosticBag diagnostics)
{
    public void Build(OpenApiMediaType built, SpecMapping media)
    {
        IgnoredKeywords.Report(media, IgnoredKeywords.OfMediaType, diagnostics);
        foreach (SpecEntry field in media["encoding"].AsMapping()?.Entries ?? [])
        {
            if (field.Value is not SpecMapping encoding)
            {
                continue;
            }

            IgnoredKeywords.Report(encoding, IgnoredKeywords.OfEncoding, diagnostics);

            // Each of these keywords means that the field has a style. Without them, only the media type counts.
            bool isStyled = encoding["explode"] is not null || encoding["allowReserved"] is not null;
            string? style = encoding["style"].AsText() is { } given && IsStyle(given) ? given : isStyled ? "form" : null;
            OpenApiEncoding described = new()
            {
                EncodingType = encoding["contentType"].AsText(),
                Style = style,
                Explode = encoding["explode"].AsBoolean() ?? style is null or "form",
                AllowReserved = encoding["allowReserved"].IsTrue(),
            };
            built.Encoding[field.Key] = described;
            locations.Add(described, media["encoding"].AsMapping()!.KeyLocation(field));
            foreach (SpecEntry header in encoding["headers"].AsMapping()?.Entries ?? [])
            {
                diagnostics.Add(
                    Descriptors.KeywordIgnored,
                    encoding.KeyLocation("headers"),
                    header.Key,
                    "a part is sent with the headers of its FileContent only");
            }
        }
    }

    /// <summary>Returns whether a field can have a style. Tabs are the <c>collectionFormat</c> <c>tsv</c> of Swagger 2.0.</summary>
    private static bool IsStyle(string style) => style == "tabDelimited" || KnownValues.FieldStyles.Contains(style);
}
