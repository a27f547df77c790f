namespace RealtimeKit.Gen.Options;

/// <summary>Why a text is among the compiler's additional files.</summary>
internal enum SpecRole
{
    /// <summary>An <c>OpenApiClient</c> item: a client is emitted for it.</summary>
    Spec,

    /// <summary>An overlay that a spec names.</summary>
    Overlay,

    /// <summary>An <c>OpenApiClientReference</c> item: other documents may refer into it.</summary>
    Reference,

    /// <summary>The project file, or one that all projects of a folder share: what is misspelt is looked for in it.</summary>
    Project,

    /// <summary>The same of a project that names no document: an item of an unknown name may be meant to.</summary>
    ProjectWithoutClient,
}
