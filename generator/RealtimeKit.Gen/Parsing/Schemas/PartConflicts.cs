using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Finds the parts of an <c>allOf</c> that no value fits together with the first: a string and a number. What narrows
/// another (an integer, an enum, a format) does not contradict it, and what says nothing of the type agrees with all.
/// </summary>
internal sealed class PartConflicts(SchemaIndex index, DiagnosticBag diagnostics)
{
    private readonly SchemaTokens _tokens = new(index);

    /// <summary>The parts that agree; each of the others is told of.</summary>
    /// <param name="own">What the whole is by itself.</param>
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
                    $"A part of the 'allOf' is {SchemaTokens.Words(tokens)}, where an earlier one is "
                        + $"{SchemaTokens.Words(first)}, so that no value fits both and the first counts");
                continue;
            }

            first &= tokens;
            kept.Add(part);
        }

        return kept.ToArray();
    }

    /// <summary>Takes from a member the schemas that contradict the one which counts.</summary>
    /// <param name="based">The same member of the base, whose declaration a record inherits; null for none.</param>
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
            string types = $"is {SchemaTokens.Words(_tokens.Of(other))} here and {SchemaTokens.Words(_tokens.Of(first))} in another part of the 'allOf'";
            Report(other, $"'{member.WireName}' {types}, so that no value fits both and the latter counts");
            member.Schemas.Remove(other);
            member.Certain.Remove(other);
        }
    }

    private IEnumerable<JsonSchemaProperty> Conflicts(JsonSchema first, Member member) =>
        member.Certain.Where(other => (_tokens.Of(other) & _tokens.Of(first)) == JsonTokens.None);

    private void Report(JsonSchema part, string message) => diagnostics.Add(Descriptors.PartInvalid, index.LocationOf(part), message);
}
