using NJsonSchema;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Reading.Documents;
using RealtimeKit.Gen.Reading.References;

namespace RealtimeKit.Gen.Reading.Checks;

/// <summary>
/// Finds schemas that contain themselves through references and <c>allOf</c> alone. They describe no value, and a
/// traversal of them would not end. The link that closes the cycle is reported and removed. Cycles through properties,
/// items and alternatives are ordinary recursive data and are kept.
/// </summary>
internal sealed class CompositionCycles(SchemaIndex index, DiagnosticBag diagnostics)
{
    private readonly HashSet<JsonSchema> _done = [];
    private readonly HashSet<JsonSchema> _open = [];

    public void Cut()
    {
        foreach (JsonSchema schema in index.Origins.Select(static origin => origin.Key).Where(IsLinked).ToArray())
        {
            Walk(schema);
        }

        CheckChains();
    }

    /// <summary>Reports the first chain of references that is too long for the later steps to follow.</summary>
    private void CheckChains()
    {
        Dictionary<JsonSchema, int> lengths = [];
        foreach (JsonSchema schema in index.Origins.Select(static origin => origin.Key).Where(static schema => schema.Reference is not null))
        {
            Stack<JsonSchema> chain = new();
            JsonSchema? current = schema;
            while (current is not null && !lengths.ContainsKey(current))
            {
                chain.Push(current);
                current = current.Reference;
            }

            int length = current is null ? -1 : lengths[current];
            while (chain.Count > 0)
            {
                lengths[chain.Pop()] = ++length;
            }

            if (length > SpecReferences.LongestChain)
            {
                diagnostics.Add(Descriptors.SpecBudgetExceeded, index.LocationOf(schema), SpecReferences.LongestChainText);
                return;
            }
        }
    }

    /// <summary>Returns whether a schema leads to another one. Most do not, and cannot be part of a cycle.</summary>
    private static bool IsLinked(JsonSchema schema) => schema.Reference is not null || schema.AllOf.Count > 0;

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
