using System.Text.Json.Nodes;

namespace RealtimeKit.Gen.Corpus.Checks.Stability;

/// <summary>Changes that add to a document or move its parts, and that would rename something without a names file.</summary>
internal static class LaterVersions
{
    private static readonly (string Kind, bool KeepsTypes, Action<JsonObject> Change)[] _changes =
    [
        ("operations with ids that read alike", true, OperationChanges.AddAlike),
        ("operations with the names of derived methods", true, OperationChanges.AddDerived),
        ("another tag in front", true, OperationChanges.AddTags),
        ("operations in front that share a response", false, OperationChanges.AddSharing),
        ("parameters of one name in another place", true, OperationChanges.AddParameters),
        ("members that read alike", true, SchemaChanges.AddMembers),
        ("another alternative in front", false, SchemaChanges.AddAlternatives),
        ("alternatives in the opposite order", false, SchemaChanges.ReverseAlternatives),
        ("a charset in the media type", false, SchemaChanges.AddCharsets),
        ("inline schemas that become components", false, SchemaMoves.MoveProperties),
        ("bodies that become components", false, SchemaMoves.MoveContents),
        ("alternatives that become components", false, SchemaMoves.MoveAlternatives),
        ("references in a wrapper", false, SchemaMoves.WrapReferences),
    ];

    public static IEnumerable<LaterVersion> Of(JsonNode document)
    {
        foreach ((string kind, bool keepsTypes, Action<JsonObject> change) in _changes)
        {
            var changed = (JsonObject)document.DeepClone();
            change(changed);
            yield return new LaterVersion(kind, keepsTypes, changed);
        }
    }

    /// <summary>Returns another spelling of a name that gives the same identifier in C#.</summary>
    public static string Respelled(string name)
    {
        string snake = string.Concat(name.Select(static (letter, index) =>
            index > 0 && char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
        return snake != name ? snake : char.ToUpperInvariant(name[0]) + name[1..] is var upper && upper != name ? upper : name + "_";
    }
}
