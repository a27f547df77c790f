using System.Runtime.CompilerServices;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>
/// Compares the output with snapshots, file by file. The names are those that Verify.SourceGenerators uses:
/// <c>Snapshots/Type.Method#Hint.verified.cs</c> beside the test, and <c>Type.Method.verified.txt</c> for diagnostics.
/// </summary>
internal static class Verifier
{
    public const string AcceptVariable = "RTK_ACCEPT_SNAPSHOTS";

    private const string AcceptCommand = AcceptVariable + "=1 dotnet test --project tests/RealtimeKit.Gen.Tests";

    public static void Verify(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var texts = run.Sources.ToDictionary(
            static source => $"#{Path.GetFileNameWithoutExtension(source.Key)}.verified.cs",
            static source => source.Value);
        if (run.Diagnostics.Count > 0)
        {
            texts.Add(".verified.txt", string.Join('\n', run.Diagnostics) + "\n");
        }

        Verify(texts, file, method);
    }

    /// <param name="texts">The ends of the file names, after the method.</param>
    /// <param name="file">The test's file.</param>
    /// <param name="method">The test.</param>
    public static void Verify(IReadOnlyDictionary<string, string> texts, string file, string method)
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        string name = $"{Path.GetFileNameWithoutExtension(file)}.{method}";
        bool accepts = Environment.GetEnvironmentVariable(AcceptVariable) == "1";
        var differences = new List<string>();

        foreach ((string end, string text) in texts)
        {
            string verified = Path.Combine(folder, name + end);
            string received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
            if (accepts || (File.Exists(verified) && Normalize(File.ReadAllText(verified)) == Normalize(text)))
            {
                Directory.CreateDirectory(folder);
                File.Delete(received);
                if (accepts)
                {
                    File.WriteAllText(verified, text);
                }

                continue;
            }

            Directory.CreateDirectory(folder);
            File.WriteAllText(received, text);
            differences.Add(File.Exists(verified) ? FirstDifference(verified, text) : $"{verified} does not exist yet");
        }

        foreach (string stale in Stale(folder, name, texts))
        {
            if (accepts)
            {
                File.Delete(stale);
            }
            else
            {
                differences.Add($"{stale} is no longer emitted");
            }
        }

        Assert.True(differences.Count == 0, $"{string.Join('\n', differences)}\nIf this is as it should be:  {AcceptCommand}");
    }

    private static IEnumerable<string> Stale(string folder, string name, IReadOnlyDictionary<string, string> texts) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder)
                .Where(path => Path.GetFileName(path) is { } found
                    && found.Contains(".verified.", StringComparison.Ordinal)
                    && (found.StartsWith(name + "#", StringComparison.Ordinal) || found.StartsWith(name + ".verified.", StringComparison.Ordinal))
                    && !texts.ContainsKey(found[name.Length..]))
            : [];

    private static string FirstDifference(string verified, string text)
    {
        string[] expected = Normalize(File.ReadAllText(verified)).Split('\n');
        string[] actual = Normalize(text).Split('\n');
        int line = Enumerable.Range(0, Math.Max(expected.Length, actual.Length)).First(i => expected.ElementAtOrDefault(i) != actual.ElementAtOrDefault(i));
        return $"{verified}({line + 1}): expected «{expected.ElementAtOrDefault(line)}», emitted «{actual.ElementAtOrDefault(line)}»";
    }

    /// <summary>
    /// A checkout may have changed the line ends of the verified file; another test checks that emitted line ends are \n.
    /// </summary>
    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
