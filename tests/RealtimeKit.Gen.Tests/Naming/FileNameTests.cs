using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

public class FileNameTests
{
    [Fact]
    public void Two_tags_that_differ_in_case_alone_give_two_files()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a: { get: { operationId: a, tags: [items], responses: { '204': { description: ok } } } }
              /b: { get: { operationId: b, tags: [iTems], responses: { '204': { description: ok } } } }
            """);

        Assert.Equal(run.Sources.Count, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(2, run.Sources.Keys.Count(static hint => hint.Contains(".ItemsClient", StringComparison.OrdinalIgnoreCase)));
    }
}
