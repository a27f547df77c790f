using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Parsing.Types;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Finishing;

/// <summary>Decides which initial value a property has from its default, and reports defaults that have no effect.</summary>
internal sealed class DefaultParser(TypeDrafts drafts, ConstantParser constants, SchemaIndex index, DiagnosticBag diagnostics)
{
    private const string Keyword = "default";

    private readonly DefaultFit _fit = new(drafts, constants);

    /// <summary>Returns the initial value, or null if the property has none.</summary>
    /// <param name="isPatched">Whether the record is sent with PATCH, where an absent property means that its value is kept.</param>
    /// <param name="isSet">Whether the caller or the server always sets the property, so that it needs no initial value.</param>
    public ConstantModel? Parse(PropertyDraft property, TypeRef type, bool isPatched, bool isSet)
    {
        object? value = property.Default;
        if (value is null)
        {
            return null;
        }

        if (!_fit.IsValue(value, type, property.Only ?? property.Actual))
        {
            diagnostics.Add(
                Descriptors.PartInvalid,
                index.LocationOf(Annotations.Defaults(property.Schema, index).FirstOrDefault() ?? property.Schema),
                $"The default of '{property.WireName}' is not a value of the schema's type");
            return null;
        }

        if (isSet)
        {
            return null;
        }

        ConstantModel? constant = constants.Parse(value, type);
        string? obstacle = isPatched ? "PATCH changes the properties that are sent, and keeps all others"
            : property.IsNullable ? "a property that can be null is null until it is set"
            : constant is null ? Obstacle(value, type)
            : null;
        if (obstacle is { Length: > 0 })
        {
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(property.Schema), Keyword, obstacle);
        }

        return obstacle is null ? constant : null;
    }

    /// <summary>
    /// Returns why a valid default is not used as an initial value; empty for the default <c>{}</c>, which does not describe an
    /// object.
    /// </summary>
    private static string Obstacle(object value, TypeRef type) => type switch
    {
        { Shape: TypeShape.Object } when value is IDictionary<string, object?> { Count: 0 } => "",
        { Shape: TypeShape.Object or TypeShape.Union or TypeShape.Tuple or TypeShape.File } or { Kind: PrimitiveKind.Element } =>
            "only text, numbers, booleans, enums, dates, times, URIs, UUIDs and lists and maps of these have initial values",
        { Shape: TypeShape.Scalar } => "a type of the project parses its text only when the client runs",
        { Kind: PrimitiveKind.Sensitive } => "a secret has no initial value",
        { Kind: PrimitiveKind.TimeSpan or PrimitiveKind.Duration } => "a TimeSpan has no years, months or fractions of a tick",
        { Kind: PrimitiveKind.Uri } => "only a URI without special characters is an initial value",
        { Kind: { } } => "it is too long for the emitted code",
        _ => "it is too long for the emitted code, or contains a value that has no initial value by itself",
    };
}
