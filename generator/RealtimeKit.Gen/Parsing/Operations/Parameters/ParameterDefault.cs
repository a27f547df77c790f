using NJsonSchema;
using NSwag;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Operations.Parameters;

/// <summary>Documents the default of a parameter, which the server applies if the argument is omitted.</summary>
internal sealed class ParameterDefault(SchemaIndex index, SpecLocations locations, DiagnosticBag diagnostics)
{
    private const int LongestDefault = 80;

    /// <summary>Returns the documentation with the default. Reports a default that is not a value of the parameter's type.</summary>
    public DocModel Document(DocModel doc, OpenApiParameter parameter, JsonSchema actual, TypeRef type)
    {
        JsonSchema? described = Annotations.Defaults(parameter.Schema, index).FirstOrDefault();
        object? value = described?.Default;
        if (value is not null && !IsValue(value, actual, type))
        {
            // A component has the default of all parameters that refer to it.
            SpecLocation? place = ReferenceEquals(described, parameter.Schema) ? locations.Of(parameter) : index.LocationOf(described!);
            diagnostics.Add(Descriptors.PartInvalid, place, $"The default of '{parameter.Name}' is not a value of the schema's type");
            return doc;
        }

        return parameter.IsRequired ? doc : With(doc, value);
    }

    private static bool IsValue(object? value, JsonSchema actual, TypeRef type) => (type.Shape, value) switch
    {
        (_, null) => true,
        (TypeShape.List, IList<object?> items) => items.All(item => IsValue(item, ItemOf(actual), type.Element!)),
        (TypeShape.Primitive or TypeShape.Scalar, _) => PrimitiveConstants.IsValue(value, type) && SingleValues.Allows(actual, value, type),
        (TypeShape.Enum or TypeShape.OpenEnum, _) => actual.Enumeration.Count == 0 || actual.Enumeration.Any(known => Text(known) == Text(value)),
        (TypeShape.Object or TypeShape.Map, _) => value is not IList<object?>,
        _ => true,
    };

    private static JsonSchema ItemOf(JsonSchema list) => list.Item is { } item ? SchemaFacts.Follow(item) : list;

    private static DocModel With(DocModel doc, object? value)
    {
        string text = Text(value);
        string stop = doc.Summary.EndsWith(".", StringComparison.Ordinal) ? "" : ".";
        return text.Length is 0 or > LongestDefault ? doc : doc with { Summary = $"{doc.Summary}{stop} Default: {text}." };
    }

    private static string Text(object? value) => PlainText.Of(value) ?? "";
}
