using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>The result of a step: a value, if there is one, and diagnostics about the input.</summary>
internal sealed record Result<T>(T? Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class, IEquatable<T>;
