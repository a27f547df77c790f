using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>Reports keywords of a parameter that have no effect in its place, or with its style.</summary>
internal sealed class IgnoredParameterKeywords(SpecLocations locations, DiagnosticBag diagnostics)
{
    public const string SkipUrlEncoding = "x-ms-skip-url-encoding";

    public void Report(OpenApiParameter parameter, ParameterTraits traits, ParameterPlace place, string style, TypeRef type)
    {
        // Reserved characters are never encoded outside of a URL, or always.
        if (traits.AllowsReserved && place != ParameterPlace.Query)
        {
            Report(parameter, "allowReserved", "reserved characters are sent unencoded only in a query");
        }

        if (place is ParameterPlace.Header or ParameterPlace.Cookie && SchemaExtensions.Flag(parameter.ExtensionData, SkipUrlEncoding) is true)
        {
            Report(parameter, SkipUrlEncoding, "only values in a path or query are in a URL");
        }

        if (type.Shape is TypeShape.Object or TypeShape.Map && parameter.Explode is { } explode && explode == Undefined(style))
        {
            string name = char.ToLowerInvariant(style[0]) + style.Substring(1);
            Report(parameter, "explode", $"the style '{name}' has only one format for an object");
        }
    }

    /// <summary>Returns the value of <c>explode</c> for which a style defines no format of an object; null if both have one.</summary>
    private static bool? Undefined(string style) => style switch
    {
        "SpaceDelimited" or "PipeDelimited" or "TabDelimited" => true,
        "DeepObject" => false,
        _ => null,
    };

    private void Report(OpenApiParameter parameter, string keyword, string why) =>
        diagnostics.Add(Descriptors.KeywordIgnored, locations.Of(parameter), keyword, why);
}
