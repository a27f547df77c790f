using NJsonSchema;
using RealtimeKit.Gen.Parsing.Places;
using RealtimeKit.Gen.Parsing.Schemas;
using RealtimeKit.Gen.Reading.Documents;

namespace RealtimeKit.Gen.Parsing.Types;

/// <summary>
/// Finds the names that a names file gives to schemas before their types are known. A part of a record has the place of the record, but
/// not its name, because it is not a type of its own there. The name of a form is not that of a type.
/// </summary>
internal sealed class LockedShapes(LockedPlaces places, SchemaIndex index)
{
    public string? NameOf(JsonSchema schema)
    {
        return places.NameOf(schema, LockedPlaces.Key, IsOwn)
            ?? (places.NameOf(schema, LockedPlaces.KeyOfForm, IsOwn) is { } form ? LockedPlaces.KeyOfForm(form) : null);

        bool IsOwn(string place) => !IsMerged(schema, places.Places.WholeAt(place));
    }

    private bool IsMerged(JsonSchema part, JsonSchema whole) =>
        !MeantSchemas.IsOrWraps(whole, part, index) && ObjectSchemas.AreObjects(whole);
}
