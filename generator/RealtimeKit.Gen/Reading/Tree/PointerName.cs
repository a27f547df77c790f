namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>Returns the name of a reference's target.</summary>
internal static class PointerName
{
    private static readonly HashSet<string> _structure = new(StringComparer.Ordinal)
    {
        "components", "schemas", "definitions", "$defs", "properties", "paths", "content", "schema", "responses", "requestBodies", "parameters", "headers",
        "allOf", "oneOf", "anyOf", "requestBody",
    };

    /// <summary>
    /// Returns the name in a reference: <c>…#/components/schemas/Pet</c> gives <c>Pet</c>, <c>…/Pet/properties/owner/items</c>
    /// gives <c>Pet owner item</c>, and <c>pet.yaml#</c> gives <c>pet</c>.
    /// </summary>
    public static string Of(string canonical) => string.Join(" ", Parts(canonical));

    /// <summary>Returns the component, and the path from it to the target.</summary>
    public static IEnumerable<string> Parts(string canonical)
    {
        int hash = canonical.IndexOf('#');
        string pointer = SpecPointer.UnescapeFragment(canonical.Substring(hash + 1));
        if (pointer.Length == 0)
        {
            string file = canonical.Substring(canonical.LastIndexOf('/', hash) + 1, hash - canonical.LastIndexOf('/', hash) - 1);
            int dot = file.IndexOf('.');
            return [dot > 0 ? file.Substring(0, dot) : file];
        }

        if (pointer[0] != '/')
        {
            return [pointer];
        }

        string[] segments = pointer.Substring(1).Split('/').Select(SpecPointer.Unescape).ToArray();
        int component = Array.FindLastIndex(segments, static segment => segment is "schemas" or "definitions" or "$defs");
        return component >= 0 && component + 1 < segments.Length
            ? segments.Skip(component + 1).Take(1).Concat(segments.Skip(component + 2).Where(IsNaming).Select(Word))
            : segments.Length == 1 ? segments : segments.Where(IsNaming).Select(Word);
    }

    private static string Word(string segment) => segment switch
    {
        "items" => "item",
        "additionalProperties" => "value",
        _ => segment,
    };

    private static bool IsNaming(string segment) => !_structure.Contains(segment);
}
