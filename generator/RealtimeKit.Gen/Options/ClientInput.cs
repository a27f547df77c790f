using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Options;

/// <summary>One additional file of the generator: its text, its role, and the raw options of its item.</summary>
internal sealed record ClientInput(SpecRole Role, SpecSource Source, RawOptions Options)
{
    /// <summary>Gets the .NET types that the text and the options name, and that the compilation has to contain.</summary>
    public EquatableArray<string> TypeNames { get; init; } = EquatableArray<string>.Empty;
}
