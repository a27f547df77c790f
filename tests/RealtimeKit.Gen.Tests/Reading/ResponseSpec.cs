using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading;

/// <summary>A document of one operation, whose responses begin in line 8.</summary>
internal static class ResponseSpec
{
    public static GeneratorRun Run(string responses, string components = "") => GeneratorRunner.Run($$"""
        openapi: 3.1.0
        info: { title: Small, version: '1' }
        paths:
          /a:
            get:
              operationId: a
              responses:
                {{responses.ReplaceLineEndings("\n        ")}}
        {{components}}
        """);
}
