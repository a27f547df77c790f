using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Options;

/// <summary>One additional file that concerns us: its text, its role, and the raw option values that stand on its item.</summary>
internal sealed record ClientInput(SpecRole Role, SpecSource Source, RawOptions Options);
