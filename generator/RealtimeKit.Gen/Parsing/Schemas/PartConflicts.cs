using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds parts of an <c>allOf</c> that contradict the first part, such as a string and a number. A narrower type, an enum or a
/// format does not contradict, nor does a part without a type.
/// </summary>
internal sealed class PartConflicts(SchemaIndex index, DiagnosticBag diagnostics)
{
    private readonly SchemaTokens _tokens = new(index);

    /// <summary>Returns the parts that agree, and reports the others.</summary>
    /// <param name="own">The tokens that the schema itself allows.</param>
    public JsonSchema[] Settle(IEnumerable<JsonSchema> parts, JsonTokens own)
    {
        List<JsonSchema> kept = [];
        JsonTokens first = own;
        foreach (JsonSchema part in parts)
        {
            JsonTokens tokens = _tokens.Of(part);
            if ((tokens & first) == JsonTokens.None)
            {
                Report(
                    part,
                    $"A part of the 'allOf' is {SchemaTokens.Words(tokens)}, but an earlier part is {SchemaTokens.Words(first)}, so no value matches both");
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
    /// Reports values and formats in the parts after the first, which decides the type. A single value is not reported, because it is the
    /// initial value or distinguishes the record.
    /// </summary>
    /// <param name="formatted">The part that gives the format, or null.</param>
    public void ReportNarrower(IReadOnlyList<JsonSchema> parts, JsonSchema? formatted = null)
    {
        JsonSchema first = SchemaFacts.Follow(parts[0]);
        foreach (JsonSchema part in parts.Skip(1).Select(SchemaFacts.Follow).Where(part => !ReferenceEquals(part, formatted)))
        {
            string? keyword = part.Enumeration.Count > 1 && first.Enumeration.Count == 0 ? "enum"
                : part.Format is { } format && format != first.Format ? $"format: {format}"
                : null;
            if (keyword is not null && !ReferenceEquals(part, first) && !SchemaSameness.AreSame(part, first, index))
            {
                diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(part), keyword, "an earlier part of the 'allOf' gives the type");
            }
        }
    }

    /// <summary>Reports names that a schema requires although its only part, which gives the type, cannot require them.</summary>
    public void ReportRequired(JsonSchema actual, JsonSchema only)
    {
        foreach (string name in RequiredBeside.NamesOf(actual, only, index))
        {
            const string Why = "the type is that of the only part with a structure, which does not require it";
            diagnostics.Add(Descriptors.KeywordIgnored, index.LocationOf(actual), $"required: [{name}]", Why);
        }
    }

    private IEnumerable<JsonSchemaProperty> Conflicts(JsonSchema first, Member member) =>
        member.Certain.Where(other => (_tokens.Of(other) & _tokens.Of(first)) == JsonTokens.None);

    private void Report(JsonSchema part, string message) => diagnostics.Add(Descriptors.PartInvalid, index.LocationOf(part), message);
}
