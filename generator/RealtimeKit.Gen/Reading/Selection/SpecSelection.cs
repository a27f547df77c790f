using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Reading.Selection;

/// <summary>One of an item's filters.</summary>
/// <param name="Option"><c>Operations</c>, <c>Tags</c> or <c>Paths</c>.</param>
/// <param name="Patterns">The globs. An operation passes if at least one of them matches.</param>
/// <param name="Location">The place where the filter is written, or null if it is not known.</param>
internal sealed record SpecFilter(string Option, EquatableArray<string> Patterns, SpecLocation? Location)
{
    public const string Operations = nameof(Operations);
    public const string Tags = nameof(Tags);
    public const string Paths = nameof(Paths);

    public override string ToString() => $"{Option}=\"{string.Join(";", Patterns)}\"";
}

/// <summary>Selects the operations that pass every filter. Without filters, all operations are selected.</summary>
internal sealed record SpecSelection(EquatableArray<SpecFilter> Filters)
{
    public static readonly SpecSelection All = new(EquatableArray<SpecFilter>.Empty);

    public SpecLocation? Location => Filters.Count > 0 ? Filters[0].Location : null;
}
