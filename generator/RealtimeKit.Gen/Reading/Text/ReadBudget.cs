namespace RealtimeKit.Gen.Reading.Text;

/// <summary>
/// How much of a text is read before it is refused (RTK0002). The compiler runs in the user's editor: a document may
/// be wrong, but it may not take the process down. Each limit lies well above any description met in the wild
/// (GitHub's: 13 million characters, 0.26 million nodes) and well below what hurts.
/// </summary>
internal static class ReadBudget
{
    /// <summary>Two bytes each, so that the text alone takes 256 MB.</summary>
    public const int MaxCharacters = 128 * 1024 * 1024;

    /// <summary>
    /// Stations after the reader may recurse on the tree: this many frames fit on a 256 KB stack. It also bounds the
    /// time of YamlDotNet's scanner, which is quadratic in depth (100,000 brackets: 49 s).
    /// </summary>
    public const int MaxDepth = 128;

    /// <summary>With its share of the lists a node takes about 100 bytes, so that a refused text takes no more than 256 MB.</summary>
    public const int MaxNodes = 2_000_000;

    /// <summary>Nodes that are in the tree only through aliases; a nine-line alias bomb asks for 10^9 of them.</summary>
    public const int MaxAliasedNodes = 1_000_000;

    /// <summary>
    /// Nodes that are read once more for each operation that shares them: responses, parameters, path items and bodies
    /// by reference, and what the document says for all operations at once.
    /// </summary>
    public const int MaxReusedNodes = 100_000;

    /// <summary>And so many more for each node that the document has: who describes much may share much.</summary>
    public const int ReusedPerNode = 5;

    /// <summary>Every scalar may become a literal or a comment of the emitted code.</summary>
    public const int MaxScalarLength = 4 * 1024 * 1024;

    /// <summary>
    /// Nodes that an overlay may add to a document however small that is; to a larger one as many as it has. An action of
    /// two lines can double the document, and twenty of them make a million of it.
    /// </summary>
    public const int MaxOverlayGrowth = 30_000;

    /// <summary>
    /// Nodes that all actions of an overlay may visit, compare and copy, which takes some two seconds; about eighty
    /// walks of GitHub's description. A query in a filter may ask for the square of the document, one in that for the cube.
    /// </summary>
    public const int MaxOverlaySteps = 20_000_000;
}
