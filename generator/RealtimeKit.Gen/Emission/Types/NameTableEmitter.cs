using RealtimeKit.Gen.Emission.Text;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Naming;
using static RealtimeKit.Gen.Emission.Text.RuntimeNames;

namespace RealtimeKit.Gen.Emission.Types;

/// <summary>
/// Prints the table of a record's names. The reader finds a name in it, and the position of the name selects the property. The order
/// of the table has no effect on what is read or written. It groups the names, so that the runtime needs only ranges of positions
/// to know which names are required, and for which a null or an empty text has no meaning.
/// </summary>
internal static class NameTableEmitter
{
    public static void Emit(SourceWriter writer, ObjectModel model)
    {
        PropertyModel[] properties = InOrder(model);
        string required = properties.Count(static property => property.IsExpected).Invariant();
        string nullable = Range(properties, static property => property.SkipsNull) ?? "default";
        string blank = Range(properties, static property => property.SkipsEmptyText) is { } range ? $" blank: {range}," : "";
        string names = string.Join(", ", properties.Select(static property => CSharpText.Literal(property.WireName)));
        writer.WriteLine($$"""internal static readonly {{JsonNames}} Names = new(required: {{required}}, nullable: {{nullable}},{{blank}} new string[] { {{names}} });""");
    }

    /// <summary>
    /// Returns the properties in the order of the table: required ones first. Those that a null leaves unchanged are adjacent, and among
    /// them those that an empty text leaves unchanged.
    /// </summary>
    public static PropertyModel[] InOrder(ObjectModel model) => model.Properties
        .OrderBy(static property => (property.IsExpected, property.SkipsNull, property.SkipsEmptyText) switch
        {
            (true, false, _) => 0,
            (true, true, false) => 1,
            (true, true, true) => 2,
            (false, true, true) => 3,
            (false, true, false) => 4,
            _ => 5,
        })
        .ToArray();

    private static string? Range(PropertyModel[] properties, Func<PropertyModel, bool> isInRange)
    {
        int first = Array.FindIndex(properties, property => isInRange(property));
        return first < 0 ? null : $"{first.Invariant()}..{(first + properties.Count(isInRange)).Invariant()}";
    }
}
