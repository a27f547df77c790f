using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Diagnostics;

/// <summary>What a step gives: a value, if it could make one, and what it has to say about its input.</summary>
internal sealed record Result<T>(T? Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : class, IEquatable<T>;
