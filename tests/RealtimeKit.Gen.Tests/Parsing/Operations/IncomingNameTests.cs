using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>The names of the methods that parse webhooks and callbacks.</summary>
public sealed class IncomingNameTests
{
    private const string Payload = "requestBody: { content: { application/json: { schema: { type: string } } } }, responses: { '204': { description: ok } }";

    [Fact]
    public void Webhooks_with_one_name_are_named_after_their_operations()
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            webhooks:
              orderMade: { post: { operationId: made, {{Payload}} } }
              order made: { post: { {{Payload}} } }
              other: { post: { operationId: unused, {{Payload}} } }
            """);

        Assert.Equal(["ParseMade", "ParseOrderMade", "ParseOther"], Methods(run));
        Assert.Equal(
            "'orderMade' becomes Made, because another webhook or callback produces OrderMade",
            run.AssertReports("RTK0040", line: 4).Message);
    }

    [Fact]
    public void Webhooks_whose_names_read_alike_are_numbered()
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            webhooks:
              new-pet: { post: { {{Payload}} } }
              newPet: { post: { {{Payload}} } }
              new pet: { put: { {{Payload}} } }
            """);

        Assert.Equal(["ParseNewPet", "ParseNewPet2", "ParseNewPetPut"], Methods(run));
        Assert.Equal(1, run.Diagnostics.Count(static diagnostic => diagnostic.Id == "RTK0040"));
    }

    [Fact]
    public void A_callback_with_several_addresses_is_named_after_its_operations_or_addresses()
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Small, version: '1' }
            paths:
              /a:
                post:
                  operationId: subscribe
                  responses: { '204': { description: ok } }
                  callbacks:
                    failed:
                      '{$request.body#/url}/a': { post: { operationId: failedFirst, {{Payload}} } }
                      '{$request.body#/url}/b': { post: { operationId: failedSecond, {{Payload}} } }
                    done:
                      '{$request.body#/url}/a': { post: { {{Payload}} } }
                      '{$request.body#/url}/b': { post: { {{Payload}} } }
            """);

        Assert.Equal(
            ["ParseFailedFirst", "ParseFailedSecond", "ParseSubscribeDoneRequestBodyUrlA", "ParseSubscribeDoneRequestBodyUrlB"],
            Methods(run));
        Assert.Equal(4, run.Diagnostics.Count(static diagnostic => diagnostic.Id == "RTK0040"));
    }

    private static IEnumerable<string> Methods(GeneratorRun run) => run.Assembly.GetType("Consumer.ApiWebhooks", throwOnError: true)!
        .GetMethods()
        .Select(static method => method.Name)
        .Where(static name => name.StartsWith("Parse", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
