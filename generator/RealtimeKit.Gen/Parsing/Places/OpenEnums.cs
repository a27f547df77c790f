using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Places;

/// <summary>
/// Finds enums that the author has opened, by a plain string beside the enum, or closed. The type is the enum before and after that, but an
/// alternative has a place of its own.
/// </summary>
internal sealed class OpenEnums(LockedContents locked)
{
    private static readonly string[] _keywords = ["/anyOf", "/oneOf"];

    /// <summary>Returns the only enum among alternatives that are plain strings otherwise, or null.</summary>
    public static JsonSchema? EnumOf(ICollection<JsonSchema> alternatives, SchemaTargets targets)
    {
        JsonSchema? only = null;
        bool isOpen = false;
        foreach (JsonSchema alternative in alternatives)
        {
            JsonSchema actual = targets.Meant(alternative);
            bool isEnum = actual.Enumeration.Count > 0;
            if (isEnum ? only is not null : actual.Type != JsonObjectType.String)
            {
                return null;
            }

            only = isEnum ? alternative : only;
            isOpen |= !isEnum && string.IsNullOrEmpty(actual.Format);
        }

        return isOpen ? only : null;
    }

    /// <summary>Returns whether the names file has an enum at the place of the whole, which is open now.</summary>
    /// <param name="alternative">The place of the enum.</param>
    public bool WasClosed(string place, string alternative) =>
        locked.NameAt(place) is { } name && (locked.NameAt(alternative) is not { } own || own == name);

    /// <summary>Returns the place that an enum has in the names file because it was open, or null if the file has it as it is.</summary>
    public string? OpenPlaceOf(string place)
    {
        if (locked.Has(place))
        {
            return null;
        }

        foreach (string parent in _keywords.Select(keyword => place + keyword))
        {
            if (locked.At(parent) is { Count: 1 } only)
            {
                return parent + "/" + only[0];
            }
        }

        return null;
    }
}
