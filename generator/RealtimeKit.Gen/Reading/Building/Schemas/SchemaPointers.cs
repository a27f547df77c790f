using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// References that mean a place in the schema in which they stand: <c>#/properties/parent</c>. JSON Schema alone would
/// read them so; ASP.NET Core 9 takes them over from the schemas of types that hold themselves, some with the start of
/// another reference before them (<c>#/components/schemas/#/properties/…</c>), and some of which point at themselves.
/// </summary>
internal sealed class SchemaPointers(SpecReferences references)
{
    private const string Components = "#/components/schemas/";

    /// <summary>A longer chain of references is a circle.</summary>
    private const int LongestChain = 64;

    /// <summary>Keywords of a schema, which no document has at its root.</summary>
    private static readonly HashSet<string> _keywords = new(StringComparer.Ordinal)
    {
        "properties", "items", "additionalProperties", "patternProperties", "allOf", "anyOf", "oneOf", "prefixItems", "not",
    };

    /// <summary>Whether a reference has the form of a pointer into a schema, and no meaning in the document.</summary>
    public static bool IsWithinSchema(string reference) => PointerOf(reference) is not null;

    /// <summary>The place that a reference points at.</summary>
    /// <param name="root">The schema in which the reference stands, from its own root.</param>
    /// <param name="reference">One for which <see cref="IsWithinSchema"/> is true.</param>
    /// <returns>Null where there is no such place, or where the way to it comes back to itself.</returns>
    public SchemaPlace? Find(SpecNode root, string reference)
    {
        int steps = 0;
        return Walk(root, PointerOf(reference)!, ref steps) is { } place && Follow(place, ref steps) is not null ? place : null;
    }

    private static string? PointerOf(string reference)
    {
        string pointer = reference.StartsWith(Components + "#", StringComparison.Ordinal) ? reference.Substring(Components.Length) : reference;
        if (pointer.Length < reference.Length && pointer == "#")
        {
            return "";
        }

        if (!pointer.StartsWith("#/", StringComparison.Ordinal))
        {
            return null;
        }

        int end = pointer.IndexOf('/', 2);
        return _keywords.Contains(end < 0 ? pointer.Substring(2) : pointer.Substring(2, end - 2)) ? pointer.Substring(1) : null;
    }

    /// <summary>References on the way are followed: what they stand for has the members that the pointer names.</summary>
    private SchemaPlace? Walk(SpecNode root, string pointer, ref int steps)
    {
        SchemaPlace? place = new SchemaPlace(root, "", root);
        foreach (string token in pointer.Split('/').Skip(1))
        {
            place = place is null ? null : Follow(place, ref steps);
            if (place is null || SpecPointer.Evaluate(place.Node, "/" + SpecPointer.UnescapeFragment(token)) is not { } next)
            {
                return null;
            }

            place = place with { Node = next, Pointer = place.Pointer + "/" + token };
        }

        return place;
    }

    /// <summary>The place itself, or the end of the references that stand there.</summary>
    private SchemaPlace? Follow(SchemaPlace place, ref int steps)
    {
        SchemaPlace? current = place;
        while (current?.Node.Reference() is { } reference)
        {
            if (++steps > LongestChain)
            {
                return null;
            }

            current = PointerOf(reference) is { } pointer ? Walk(current.Root, pointer, ref steps)
                : references.Peek(current.Node, reference) is { } target ? new SchemaPlace(target, "", target)
                : null;
        }

        return current;
    }
}

/// <param name="Root">The schema from whose root the pointer counts.</param>
/// <param name="Pointer">The way from there, as a JSON pointer.</param>
internal sealed record SchemaPlace(SpecNode Root, string Pointer, SpecNode Node);
