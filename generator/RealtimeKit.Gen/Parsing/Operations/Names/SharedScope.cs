using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Finds the words with which nearly all operationIds of a class begin, and which say no more than the class although its tag has
/// other words: <c>genai_</c> under the tag <c>GradientAI Platform</c>. Only words that a separator ends count, so that each
/// operationId says by itself where they end.
/// </summary>
internal sealed class SharedScope
{
    private const int FewestOperations = 3;

    private readonly List<string> _parts = [];
    private readonly TagName[] _tag;

    /// <param name="operations">The operationIds of a class, and their methods.</param>
    /// <param name="group">The tag. A verb among its words is none in operationIds (<c>load-balancer-list</c>).</param>
    public SharedScope(IReadOnlyCollection<(string Id, string Method)> operations, string group)
    {
        _tag = Words.Split(group).Select(static word => new TagName(word)).ToArray();

        int fewest = Fewest(operations.Count);
        (string[] Parts, string Method)[] left = operations.Select(static operation => (Split(operation.Id), operation.Method)).ToArray();
        while (Next(left, _parts.Count, fewest) is { } part)
        {
            left = Array.FindAll(left, operation => IsAt(operation.Parts, _parts.Count, part));
            _parts.Add(part);
        }
    }

    /// <summary>
    /// Returns how many operations of a class must have words so that all that have them omit them: three of four, so that a single new operation
    /// does not give all others their words back.
    /// </summary>
    public static int Fewest(int operations) => Math.Max(FewestOperations, ((operations * 3) + 3) / 4);

    /// <summary>Returns the operationId without the words, or null if it does not begin with them.</summary>
    public string? Without(string id)
    {
        string[] parts = Split(id);
        return _parts.Count == 0 || parts.Length <= _parts.Count || !_parts.Select((part, at) => IsAt(parts, at, part)).All(static isSame => isSame)
            ? null
            : string.Join("_", parts.Skip(_parts.Count));
    }

    /// <summary>Returns the words at an index that enough operations have, and that are a scope.</summary>
    private string? Next((string[] Parts, string Method)[] operations, int at, int fewest) => operations
        .Where(operation => at + 1 < operation.Parts.Length && char.IsLetter(operation.Parts[at + 1][0]))
        .GroupBy(operation => operation.Parts[at], StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault(same => same.Count() >= fewest && IsScope(same.Key, same, at))?.Key;

    /// <summary>Returns whether words are a scope, and no verb: a version, or words that operations of several methods have or verbs follow.</summary>
    private bool IsScope(string part, IEnumerable<(string[] Parts, string Method)> operations, int at) =>
        !IsVerb(part)
        && (TagPrefix.IsVersion(part)
            || operations.Select(static operation => operation.Method).Distinct(StringComparer.Ordinal).Skip(1).Any()
            || operations.All(operation => IsVerb(operation.Parts[at + 1])));

    private bool IsVerb(string part) => Verbs.Are(part) && !Array.Exists(_tag, word => word.Is(part));

    private static bool IsAt(string[] parts, int at, string part) => at < parts.Length && string.Equals(parts[at], part, StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string id) => new string(Words.JoinPossessives(id).Select(static c => char.IsLetterOrDigit(c) ? c : ' ').ToArray())
        .Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
