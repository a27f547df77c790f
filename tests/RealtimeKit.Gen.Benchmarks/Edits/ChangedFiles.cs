using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Benchmarks.Edits;

/// <summary>Compares the emitted files of two runs.</summary>
internal static class ChangedFiles
{
    /// <summary>Returns the number of files that were added, removed or changed.</summary>
    public static int Count(GeneratorDriver before, GeneratorDriver after)
    {
        Dictionary<string, string> old = Read(before);
        Dictionary<string, string> @new = Read(after);
        return old.Keys.Union(@new.Keys).Count(hint => old.GetValueOrDefault(hint) != @new.GetValueOrDefault(hint));
    }

    private static Dictionary<string, string> Read(GeneratorDriver driver) => driver.GetRunResult().Results.Single().GeneratedSources
        .ToDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal);
}
