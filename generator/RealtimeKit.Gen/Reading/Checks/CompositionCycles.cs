using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Finds schemas that come back to themselves over references and <c>allOf</c> alone: they describe nothing, and every
/// walk over them would be endless. The closing link is reported and cut. Circles through members, items and
/// alternatives are the recursion of ordinary data and stay.
/// </summary>
internal sealed class CompositionCycles(SchemaIndex index, DiagnosticBag diagnostics)
{
    private readonly HashSet<JsonSchema> _done = [];
    private readonly HashSet<JsonSchema> _open = [];

    public void Cut()
    {
        foreach (JsonSchema schema in index.Origins.Select(static origin => origin.Key).ToArray())
        {
            Walk(schema);
        }
    }

    private void Walk(JsonSchema start)
    {
        Stack<(JsonSchema Schema, bool IsLeaving)> stack = new([(start, false)]);
        while (stack.Count > 0)
        {
            (JsonSchema schema, bool isLeaving) = stack.Pop();
            if (isLeaving)
            {
                _open.Remove(schema);
                _done.Add(schema);
                continue;
            }

            if (_done.Contains(schema) || !_open.Add(schema))
            {
                continue;
            }

            stack.Push((schema, true));
            if (schema.Reference is { } target)
            {
                if (_open.Contains(target))
                {
                    Report(schema, target);
                    schema.Reference = null;
                }
                else
                {
                    stack.Push((target, false));
                }
            }

            foreach (JsonSchema part in schema.AllOf.ToArray())
            {
                if (_open.Contains(part))
                {
                    Report(schema, part);
                    schema.AllOf.Remove(part);
                }
                else
                {
                    stack.Push((part, false));
                }
            }
        }
    }

    private void Report(JsonSchema schema, JsonSchema target) => diagnostics.Add(
        Descriptors.ReferenceCircular,
        index.LocationOf(schema),
        Name(schema) ?? Name(target) ?? "a schema",
        Name(target) ?? "itself");

    private string? Name(JsonSchema schema) => index.OriginOf(schema)?.Name;
}
