using RealtimeKit.Gen.Testing.Injection;
using RealtimeKit.Gen.Testing.Trees;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// The generator does not throw for damaged documents, and the code that it emits for them compiles. If <c>OPENAPI_CORPUS</c>
/// names a folder of documents, the long run damages those too.
/// </summary>
public class MutationTests
{
    private const int LargestDocument = 60_000;

    [Fact]
    public void Damaged_documents_neither_throw_nor_give_code_that_does_not_compile()
    {
        (string Text, HostileSeed Seed)[] documents = Documents().Select(static text => (text, new HostileSeed(text, "/project/api.yaml"))).ToArray();
        int[] seeds = Enumerable.Range(TestRun.Seed, TestRun.Count(inShort: 250, inLong: 100_000)).ToArray();
        int generated = 0;

        HostileRun.All(seeds, seed =>
        {
            (string text, HostileSeed sound) = documents[seed % documents.Length];
            HostileProbe probe = sound.Run(new Mutator(seed).Mutate(text));
            if (probe.Trees.Count > 0)
            {
                Interlocked.Increment(ref generated);
            }

            return (probe.Misbehaviour ?? sound.CompileFault(probe)) is { } fault
                ? $"{fault}\n    document {seed % documents.Length}, {TestRun.SeedVariable}={seed} {TestRun.CountVariable}=1"
                : null;
        });

        // If the damage left nothing to emit, the test would prove nothing.
        Assert.True(generated >= seeds.Length / 10 || seeds.Length < 20, $"Only {generated} of {seeds.Length} documents gave any code");
    }

    [Fact]
    public void The_same_seed_damages_in_the_same_way()
    {
        Assert.Equal(new Mutator(1).Mutate(SpecTexts.Library), new Mutator(1).Mutate(SpecTexts.Library));
        Assert.NotEqual(new Mutator(1).Mutate(SpecTexts.Library), new Mutator(2).Mutate(SpecTexts.Library));
        Assert.NotEqual(SpecTexts.Library, new Mutator(1).Mutate(SpecTexts.Library));
    }

    private static IEnumerable<string> Documents()
    {
        yield return SpecTexts.Library;
        yield return DeterminismSpec.Yaml;
        yield return TreeJson.FromYaml(DeterminismSpec.Yaml);
        yield return InjectionTemplate.With(-1, "").Json;
        yield return Repository.Read("spec", "recordings.yaml");
        if (TestRun.IsLong && Environment.GetEnvironmentVariable("OPENAPI_CORPUS") is { Length: > 0 } corpus)
        {
            foreach (string file in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories)
                .Where(static file => Path.GetExtension(file) is ".json" or ".yaml" or ".yml" && new FileInfo(file).Length < LargestDocument)
                .Order(StringComparer.Ordinal))
            {
                string text = File.ReadAllText(file);
                if (text.Contains("paths", StringComparison.Ordinal) && text.Contains("responses", StringComparison.Ordinal))
                {
                    yield return text;
                }
            }
        }
    }
}
