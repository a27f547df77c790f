namespace RealtimeKit.Gen.Options;

/// <summary>The role of an additional file.</summary>
internal enum SpecRole
{
    /// <summary>The document of an <c>OpenApiClient</c> item, for which a client is emitted.</summary>
    Spec,

    /// <summary>An overlay that a spec names.</summary>
    Overlay,

    /// <summary>The document of an <c>OpenApiClientReference</c> item, which other documents may refer to.</summary>
    Reference,

    /// <summary>The names file of a client.</summary>
    Names,

    /// <summary>The project file, or a file that all projects of a folder share. It is searched for misspelled names.</summary>
    Project,

    /// <summary>The same, in a project that names no document. An unknown item may be meant to name one.</summary>
    ProjectWithoutClient,
}
