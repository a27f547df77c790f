namespace RealtimeKit.Gen.Reading.Text;

/// <summary>
/// The limits of the reader (RTK0002). The compiler runs in the user's editor, so no document may take the process down. Each
/// limit is well above the largest known documents (GitHub's has 13 million characters and 0.26 million nodes) and well below
/// what causes harm.
/// </summary>
internal static class ReadBudget
{
    /// <summary>The most characters. They take 256 MB.</summary>
    public const int MaxCharacters = 128 * 1024 * 1024;

    /// <summary>
    /// The deepest nesting. Later stations recurse on the tree, and this many frames fit on a stack of 256 KB. It also bounds the
    /// scanner of YamlDotNet, whose time is quadratic in the depth (49 s for 100,000 brackets).
    /// </summary>
    public const int MaxDepth = 128;

    /// <summary>The most nodes. A node takes about 100 bytes with its share of lists, so a rejected text takes at most 256 MB.</summary>
    public const int MaxNodes = 2_000_000;

    /// <summary>The most nodes that are added by aliases. A nine-line alias bomb asks for 10^9 of them.</summary>
    public const int MaxAliasedNodes = 1_000_000;

    /// <summary>
    /// The most nodes that are read again for each operation that shares them: responses, parameters, path items and bodies by
    /// reference, and defaults for all operations.
    /// </summary>
    public const int MaxReusedNodes = 100_000;

    /// <summary>The additional nodes for each node of the document.</summary>
    public const int ReusedPerNode = 5;

    /// <summary>The longest scalar. Each scalar may become a literal or comment in the emitted code.</summary>
    public const int MaxScalarLength = 4 * 1024 * 1024;

    /// <summary>
    /// The nodes that an overlay may add to a small document. It may add as many nodes to a larger document as that has. An
    /// action of two lines can double the document, and twenty such actions multiply it by a million.
    /// </summary>
    public const int MaxOverlayGrowth = 30_000;

    /// <summary>
    /// The nodes that all actions of an overlay may visit, compare and copy. This takes about two seconds, or eighty traversals
    /// of GitHub's document. The time of a query in a filter may grow with the square of the document's size, and that of a
    /// nested query with the cube.
    /// </summary>
    public const int MaxOverlaySteps = 20_000_000;
}
