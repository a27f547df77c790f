using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Support;

/// <summary>Reads the published support table.</summary>
internal static partial class SupportTable
{
    private static readonly string[] _versions = ["2.0", "3.0", "3.1", "3.2"];

    public static IReadOnlyList<SupportRow> Read()
    {
        var rows = new List<SupportRow>();
        string section = "";
        foreach (string line in Repository.Read("generator", "SUPPORT.md").Split('\n').Select(static line => line.TrimEnd('\r')))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal))
            {
                string[] cells = line.Trim('|').Split(" | ").Select(static cell => cell.Trim()).ToArray();
                Assert.True(cells.Length == 8, $"'{line}' has {cells.Length} cells");
                rows.Add(new SupportRow(
                    section,
                    Code().Matches(cells[0]).Select(static match => match.Groups[1].Value).ToArray(),
                    _versions.Where((_, index) => cells[index + 1] == "✓").ToArray(),
                    cells[5],
                    Code().Matches(cells[7]).Select(static match => match.Groups[1].Value).ToArray()));
            }
        }

        return rows;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}

/// <param name="Object">The section.</param>
/// <param name="Keywords">The row's keywords; mostly one.</param>
/// <param name="Versions">Those that have it.</param>
/// <param name="Support">full, degraded or ignored.</param>
/// <param name="Tests">The tests of the row.</param>
internal sealed record SupportRow(string Object, IReadOnlyList<string> Keywords, IReadOnlyList<string> Versions, string Support, IReadOnlyList<string> Tests);
