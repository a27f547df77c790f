using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Reading;

/// <summary>Which operations are wanted: globs over operationIds, tags and paths, none of them for all.</summary>
/// <param name="Location">Where the filters were written, if they were.</param>
internal sealed record SpecSelection(EquatableArray<string> Operations, EquatableArray<string> Tags, EquatableArray<string> Paths, SpecLocation? Location)
{
    public static readonly SpecSelection All = new(EquatableArray<string>.Empty, EquatableArray<string>.Empty, EquatableArray<string>.Empty, null);
}
