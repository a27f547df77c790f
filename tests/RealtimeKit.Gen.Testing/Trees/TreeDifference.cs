using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>Finds the first difference between two documents. The order of keys and the white space within texts are ignored.</summary>
internal static class TreeDifference
{
    /// <returns>The place and both values, or null if there is no difference.</returns>
    public static string? First(JsonNode? one, JsonNode? other, string at = "#")
    {
        switch (one, other)
        {
            case (JsonObject fields, JsonObject others):
                string[] keys = fields.Select(static field => field.Key).Union(others.Select(static field => field.Key)).ToArray();
                return keys.FirstOrDefault(key => !fields.ContainsKey(key) || !others.ContainsKey(key)) is { } lone
                    ? $"{at}/{lone} is in one of them"
                    : keys.Select(key => First(fields[key], others[key], $"{at}/{key}")).FirstOrDefault(static difference => difference is not null);
            case (JsonArray items, JsonArray others):
                return items.Count != others.Count
                    ? $"{at} has {items.Count} items, or {others.Count}"
                    : items.Zip(others)
                        .Select((pair, index) => First(pair.First, pair.Second, $"{at}/{index}"))
                        .FirstOrDefault(static difference => difference is not null);
            default:
                return JsonNode.DeepEquals(one, other)
                    || IsSameText(one, other) ? null : $"{at}: {one?.ToJsonString() ?? "null"}, or {other?.ToJsonString() ?? "null"}";
        }
    }

    // Some readers of YAML lose the blanks at the end of a folded line.
    private static bool IsSameText(JsonNode? one, JsonNode? other) =>
        one is JsonValue first && other is JsonValue second && first.TryGetValue(out string? text) && second.TryGetValue(out string? its)
        && string.Concat(text.Where(static c => !char.IsWhiteSpace(c))) == string.Concat(its.Where(static c => !char.IsWhiteSpace(c)));
}
