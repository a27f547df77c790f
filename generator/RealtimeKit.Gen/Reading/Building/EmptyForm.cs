using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building;

/// <summary>Recognises an optional form whose schema explicitly has no fields. A request without it is the same as one with it.</summary>
internal sealed class EmptyForm(SpecReferences references)
{
    private static readonly string[] _forms = ["application/x-www-form-urlencoded", "multipart/form-data"];

    /// <summary>The keys of a schema that do not describe fields.</summary>
    private static readonly HashSet<string> _harmless = new(StringComparer.Ordinal) { "type", "properties", "title", "description", "additionalProperties" };

    public bool Is(SpecMapping body) =>
        !body["required"].IsTrue()
        && body["content"].AsMapping() is { Entries.Count: > 0 } content
        && content.Entries.All(entry => IsForm(entry.Key) && references.Follow(entry.Value) is SpecMapping media && IsEmpty(media));

    private static bool IsForm(string mediaType) => Array.Exists(_forms, form => mediaType.StartsWith(form, StringComparison.OrdinalIgnoreCase));

    private bool IsEmpty(SpecMapping media) =>
        media["schema"] is { } node
        && references.Follow(node) is SpecMapping schema
        && schema["properties"] is SpecMapping { Entries.Count: 0 }
        && (schema["additionalProperties"] is not { } others || others.AsBoolean() == false)
        && schema.Entries.All(static entry => _harmless.Contains(entry.Key));
}
