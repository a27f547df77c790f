using System.Text;
using RealtimeKit.Gen.Tests.Determinism;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>
/// Documents with a few bytes damaged: whatever they say now, the generator does not throw, and what it emits compiles.
/// With <c>OPENAPI_CORPUS</c> set to a folder of documents, the long run damages those too.
/// </summary>
public class MutationTests
{
    private const int LargestDocument = 60_000;

    [Fact]
    public void Damaged_documents_neither_throw_nor_give_code_that_does_not_compile()
    {
        (byte[] Bytes, HostileSeed Seed)[] documents = Documents().Select(static text => (Encoding.UTF8.GetBytes(text), new HostileSeed(text, "/project/api.yaml"))).ToArray();
        int[] seeds = Enumerable.Range(HostileRun.Seed, HostileRun.Count(inShort: 250, inLong: 100_000)).ToArray();
        int generated = 0;

        HostileRun.All(seeds, seed =>
        {
            (byte[] bytes, HostileSeed sound) = documents[seed % documents.Length];
            HostileProbe probe = sound.Run(new Mutator(seed).Mutate(bytes));
            if (probe.Trees.Count > 0)
            {
                Interlocked.Increment(ref generated);
            }

            return (probe.Misbehaviour ?? sound.CompileFault(probe)) is { } fault ? $"{fault}\n    document {seed % documents.Length}, {HostileRun.SeedVariable}={seed} {HostileRun.CountVariable}=1" : null;
        });

        // Damage so heavy that nothing is left to emit would prove nothing.
        Assert.True(generated >= seeds.Length / 10 || seeds.Length < 20, $"Only {generated} of {seeds.Length} documents gave any code");
    }

    [Fact]
    public void The_same_seed_damages_in_the_same_way()
    {
        byte[] document = Encoding.UTF8.GetBytes(SpecTexts.Library);

        Assert.Equal(new Mutator(1).Mutate(document), new Mutator(1).Mutate(document));
        Assert.NotEqual(new Mutator(1).Mutate(document), new Mutator(2).Mutate(document));
        Assert.NotEqual(SpecTexts.Library, new Mutator(1).Mutate(document));
    }

    private static IEnumerable<string> Documents()
    {
        yield return SpecTexts.Library;
        yield return DeterminismSpec.Yaml;
        yield return YamlToJson.Convert(DeterminismSpec.Yaml);
        yield return InjectionTemplate.With(-1, "").Json;
        yield return Repository.Read("spec", "recordings.yaml");
        if (HostileRun.IsLong && Environment.GetEnvironmentVariable("OPENAPI_CORPUS") is { Length: > 0 } corpus)
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
