using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>
/// Prints pairs of a name and a value as tuples. The compiler's work on tuples whose values are converted grows with the square
/// of their number within one method, so each value of a long list is cast explicitly.
/// </summary>
internal static class PairText
{
    private const int MostConverted = 64;

    /// <param name="pairs">The names as they are, and the expressions of the values.</param>
    /// <param name="type">The type of the values in the tuple.</param>
    public static IEnumerable<string> Tuples(IReadOnlyCollection<(string Name, string Value)> pairs, string type) => pairs.Select(pair =>
        $"({CSharpText.Literal(pair.Name)}, {(pairs.Count > MostConverted ? $"({type})({pair.Value})" : pair.Value)})");
}
