using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Reports discriminator values that are mapped to a schema which is no alternative of the union, and does not extend the base. No value
/// is read as such a schema. A schema that is no component, and has neither a mapping nor alternatives, has no other types at all.
/// </summary>
internal sealed class MappingCheck(SchemaIndex index, DiagnosticBag diagnostics)
{
    public void Report(TypeDrafts drafts)
    {
        HashSet<JsonSchema> visited = [];
        foreach (JsonSchema holder in drafts.All
            .Select(static draft => draft.Schema)
            .Where(holder => holder.DiscriminatorObject is not null && visited.Add(holder)))
        {
            if (holder.DiscriminatorObject!.Mapping.Count == 0)
            {
                ReportAlone(holder);
            }
            else if (!diagnostics.IsFull(Descriptors.PartInvalid))
            {
                Report(holder);
            }
        }
    }

    /// <summary>Reports a discriminator that nothing can extend, because references lead to components only.</summary>
    private void ReportAlone(JsonSchema holder)
    {
        if (index.OriginOf(holder) is { Name: null, Node: SpecMapping node }
            && node["discriminator"] is not null
            && SchemaFacts.Branches(holder).Count == 0
            && !index.DerivedOf(holder).Any())
        {
            const string Why = "the schema has no alternatives and no mapping, and only a component can be extended";
            diagnostics.Add(Descriptors.KeywordIgnored, node.KeyLocation("discriminator"), "discriminator", Why);
        }
    }

    private void Report(JsonSchema holder)
    {
        Lazy<HashSet<JsonSchema>> cases = new(() => CasesOf(holder));
        HashSet<JsonSchema> alternatives = [.. SchemaFacts.Branches(holder).Select(static branch => SchemaFacts.Follow(branch))];
        foreach (KeyValuePair<string, JsonSchema> mapped in holder.DiscriminatorObject!.Mapping.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            JsonSchema target = SchemaFacts.Follow(mapped.Value);
            if (alternatives.Contains(target) || cases.Value.Contains(target) || cases.Value.Contains(MeantSchemas.Meant(target, index)))
            {
                continue;
            }

            string name = index.OriginOf(target)?.Name ?? "a schema";
            string why = alternatives.Count > 0 ? "is not an alternative" : $"does not extend {index.OriginOf(holder)?.Name ?? "the schema"}";
            diagnostics.Add(Descriptors.PartInvalid, LocationOf(holder, mapped.Key), $"The discriminator maps '{mapped.Key}' to {name}, which {why}");
        }
    }

    /// <summary>Returns the schema, its alternatives, the records that extend them, and the parts of all these.</summary>
    private HashSet<JsonSchema> CasesOf(JsonSchema holder)
    {
        HashSet<JsonSchema> cases = [holder];
        Stack<JsonSchema> open = new([holder]);
        while (open.Count > 0)
        {
            JsonSchema current = open.Pop();
            IEnumerable<JsonSchema> parts = ReferenceEquals(current, holder) ? [] : current.AllOf;
            foreach (JsonSchema next in SchemaFacts
                .AllBranches(current)
                .Concat(index.DerivedOf(current))
                .Concat(parts)
                .Select(static next => SchemaFacts.Follow(next)))
            {
                if (index.Steps.Take(holder) && cases.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return cases;
    }

    private SpecLocation? LocationOf(JsonSchema holder, string value) =>
        (index.OriginOf(holder)?.Node as SpecMapping)?["discriminator"].AsMapping()?["mapping"].AsMapping()?.KeyLocation(value) ?? index.LocationOf(holder);
}
