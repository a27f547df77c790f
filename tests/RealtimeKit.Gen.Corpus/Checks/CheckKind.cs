namespace RealtimeKit.Gen.Corpus.Checks;

/// <summary>The check that is made of each document.</summary>
internal enum CheckKind
{
    /// <summary>The emitted client compiles, and no operation is missing without a diagnostic.</summary>
    Compile,

    /// <summary>NSwag's own parser reads the same API.</summary>
    Oracle,

    /// <summary>The YAML and the JSON form of a document give the same bytes.</summary>
    Pairs,

    /// <summary>A change without meaning, such as another culture or another order of keys, gives the same bytes.</summary>
    Determinism,

    /// <summary>The generator of the package gives the same bytes as the one of the build.</summary>
    Packed,

    /// <summary>A names file that was just written changes nothing.</summary>
    Names,

    /// <summary>Later versions rename and remove nothing of the public API.</summary>
    Stability,
}
