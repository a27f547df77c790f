using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Parsing.Basics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Records;

/// <summary>
/// Finds parts of an <c>allOf</c> that contradict the first part, such as a string and a number. A narrower type, an enum or a
/// format does not contradict, nor does a part without a type.
/// </summary>
internal sealed class PartConflicts(SchemaIndex index, DiagnosticBag diagnostics)
{
    private readonly SchemaTokens _tokens = new(index, byKeywords: true);

    /// <summary>Returns the parts of a schema that agree with it and with the parts before them, and reports the others.</summary>
    /// <param name="structural">The parts that have a structure.</param>
    public JsonSchema[] Settle(JsonSchema actual, IEnumerable<JsonSchema> structural)
    {
        List<JsonSchema> kept = [];
        JsonTokens first = _tokens.OfOwn(actual);
        foreach (JsonSchema part in structural)
        {
            JsonTokens tokens = _tokens.Of(part);
            if ((tokens & first) == JsonTokens.None)
            {
                string other = kept.Count == 0 ? "the schema itself" : "an earlier part";
                Report(
                    part,
                    $"A part of the 'allOf' is {SchemaTokens.Words(tokens)}, but {other} is {SchemaTokens.Words(first)}, so no value matches both");
                continue;
            }

            first &= tokens;
            kept.Add(part);
        }

        return kept.ToArray();
    }

    /// <summary>Removes the schemas of a member that contradict the one that is used.</summary>
    /// <param name="based">Returns the same member of the base, whose declaration is inherited, or null.</param>
    public void Settle(Member member, Func<Member?> based)
    {
        if (member.Certain.Count < 2 || !Conflicts(member.Certain[0], member).Any())
        {
            return;
        }

        JsonSchemaProperty[] inherited = based()?.Certain.ToArray() ?? [];
        JsonSchemaProperty first = member.Certain.FirstOrDefault(schema => Array.IndexOf(inherited, schema) >= 0) ?? member.Certain[0];
        foreach (JsonSchemaProperty other in Conflicts(first, member).ToArray())
        {
            string types = $"is {SchemaTokens.Words(_tokens.Of(other))} here but {SchemaTokens.Words(_tokens.Of(first))} in another part of the 'allOf'";
            Report(other, $"'{member.WireName}' {types}, so no value matches both");
            member.Schemas.Remove(other);
            member.Certain.Remove(other);
        }
    }

    /// <summary>
    /// Reports values and formats of the parts beside the one that decides the type. A single value is not reported, because it is the
    /// initial value or distinguishes the record, and neither is a secret, whose text is hidden.
    /// </summary>
    /// <param name="formatted">The part that gives the format, or null.</param>
    public void ReportNarrower(JsonSchema first, IEnumerable<JsonSchema> others, JsonSchema? formatted = null)
    {
        string? used = formatted?.Format ?? first.Format;
        foreach (JsonSchema part in others.Select(SchemaFacts.Follow).Where(part => !ReferenceEquals(part, formatted)))
        {
            string? keyword = HasOtherValues(part, first) ? "enum"
                : part.Format is { } format && format != used && !IsHidden(part) ? $"format: {format}"
                : null;
            if (keyword is not null && !ReferenceEquals(part, first) && !SchemaSameness.AreSame(part, first, index))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(part), keyword, "an earlier part of the 'allOf' gives the type");
            }
        }
    }

    /// <summary>Reports names of types in parts that do not give the type.</summary>
    public void ReportNames(IEnumerable<JsonSchema> parts)
    {
        foreach (JsonSchema part in parts.Where(static part => part.TextExtension(SchemaExtensions.TypeName) is not null))
        {
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(part), SchemaExtensions.TypeName, "another part of the 'allOf' gives the type");
        }
    }

    /// <summary>Reports the items of a list whose type is that of a part which is no such list.</summary>
    public void ReportItems(JsonSchema actual) =>
        diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(actual), "items", "a part of the 'allOf' gives the type");

    /// <summary>Reports names that a schema requires although its only part, which gives the type, cannot require them.</summary>
    public void ReportRequired(JsonSchema actual, JsonSchema only)
    {
        foreach (string name in RequiredBeside.NamesOf(actual, only, index))
        {
            const string Why = "the type is that of the only part with a structure, which does not require it";
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(actual), $"required: [{name}]", Why);
        }
    }

    private static bool IsHidden(JsonSchema part) =>
        part.Format == ScalarTypes.OfPassword && part.Type is JsonObjectType.None or JsonObjectType.String;

    private static bool HasOtherValues(JsonSchema part, JsonSchema first) =>
        part.Enumeration.Count > 1
        && !(part.Enumeration.Count == first.Enumeration.Count && part.Enumeration.All(first.Enumeration.Contains));

    private IEnumerable<JsonSchemaProperty> Conflicts(JsonSchema first, Member member) =>
        member.Certain.Where(other => (_tokens.Of(other) & _tokens.Of(first)) == JsonTokens.None);

    private void Report(JsonSchema part, string message) => diagnostics.Add(Descriptors.PartInvalid, index.LocationOf(part), message);
}
