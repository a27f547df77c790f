using RealtimeKit.Gen.Reading.References;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Reading.Building.Schemas;

/// <summary>
/// Resolves references to a place within their own schema: <c>#/properties/parent</c>. Such references are valid in JSON Schema.
/// ASP.NET Core 9 copies them from the schemas of recursive types. Some of them begin with another reference
/// (<c>#/components/schemas/#/properties/…</c>), and some refer to themselves.
/// </summary>
internal sealed class SchemaPointers(SpecReferences references)
{
    private const string Components = "#/components/schemas/";

    /// <summary>The longest chain of references. A longer chain is a circle.</summary>
    private const int LongestChain = 64;

    /// <summary>The keywords of a schema that do not occur at the root of a document.</summary>
    private static readonly HashSet<string> _keywords = new(StringComparer.Ordinal)
    {
        "properties", "items", "additionalProperties", "patternProperties", "allOf", "anyOf", "oneOf", "prefixItems", "not",
    };

    /// <summary>Returns whether a reference is a pointer into a schema, and not into the document.</summary>
    public static bool IsWithinSchema(string reference) => PointerOf(reference) is not null;

    /// <summary>Returns the target of a reference.</summary>
    /// <param name="root">The root of the schema that contains the reference.</param>
    /// <param name="reference">A reference for which <see cref="IsWithinSchema"/> is true.</param>
    /// <returns>The place, or null if there is none or if its references form a circle.</returns>
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

    /// <summary>Returns the node below another one, following references on the way.</summary>
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

    /// <summary>Returns the target of the references at a place.</summary>
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

/// <param name="Root">The schema from whose root the pointer is resolved.</param>
/// <param name="Pointer">The JSON pointer from there.</param>
internal sealed record SchemaPlace(SpecNode Root, string Pointer, SpecNode Node);
