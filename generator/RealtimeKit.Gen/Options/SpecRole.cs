namespace RealtimeKit.Gen.Options;

/// <summary>Why a text is among the compiler's additional files.</summary>
internal enum SpecRole
{
    /// <summary>An <c>OpenApiClient</c> item: a client is emitted for it.</summary>
    Spec,

    /// <summary>An overlay that a spec names.</summary>
    Overlay,

    /// <summary>An <c>OpenApiReference</c> item: other documents may refer into it.</summary>
    Reference,

    /// <summary>The project file, in which unknown options are looked for.</summary>
    Project,
}
