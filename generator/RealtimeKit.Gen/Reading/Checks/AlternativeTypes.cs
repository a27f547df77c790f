using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Finds alternatives whose types all differ from the schema's own type, so that no value matches. What says more counts: properties or
/// items of the schema count before its alternatives, and the alternatives before a mere <c>type</c>.
/// </summary>
internal sealed class AlternativeTypes(SpecReferences references, DiagnosticBag diagnostics)
{
    private static readonly string[] _known = ["string", "integer", "number", "boolean", "array", "object"];
    private static readonly string[] _parts = ["properties", "patternProperties", "additionalProperties", "items", "prefixItems"];

    /// <summary>Returns whether the alternatives have no effect. Reports them, or the type that has none beside them.</summary>
    public bool HaveNoEffect(SpecMapping schema, string keyword, SpecSequence alternatives)
    {
        if (schema["type"].AsText() is not { } own
            || !_known.Contains(own)
            || alternatives.Items.Count == 0
            || !alternatives.Items.All(one => IsOther(one, own)))
        {
            return false;
        }

        if (_parts.Any(part => schema[part].HasContent()))
        {
            diagnostics.Add(Descriptors.PartInvalid, schema.KeyLocation(keyword), $"No alternative of '{keyword}' is of the schema's 'type: {own}'");
            return true;
        }

        // An object without members is the usual type of a schema that its author only composes.
        if (own != "object")
        {
            diagnostics.Add(
                Descriptors.KeywordIgnored, schema.KeyLocation("type"), $"type: {own}", $"no alternative of '{keyword}' is of this type");
        }

        return false;
    }

    private bool IsOther(SpecNode alternative, string own) =>
        (alternative.Reference() is { } reference ? references.Peek(alternative, reference) : alternative) is SpecMapping schema
        && schema["type"].AsText() is { } type
        && _known.Contains(type)
        && type != own
        && !(IsNumber(type) && IsNumber(own));

    private static bool IsNumber(string type) => type is "integer" or "number";
}
