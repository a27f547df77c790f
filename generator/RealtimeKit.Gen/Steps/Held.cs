namespace RealtimeKit.Gen.Steps;

/// <summary>
/// A value of the pipeline as an object. The compiler's pipeline is generic, and the runtime compiles it anew for each struct and each
/// pair with one, in every new process, but only once for all classes.
/// </summary>
internal sealed record Held<T>(T Value);
