using System.Reflection;
using RealtimeKit.Gen.Tests.Running;
using RealtimeKit.Runtime;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Parameters that are options of the client.</summary>
public sealed class ClientOptionTests
{
    [Fact]
    public void An_option_can_have_the_name_of_any_member_of_the_options_and_of_their_classes()
    {
        string[] names =
        [
            .. MembersOf(typeof(ApiClientOptions)).Concat(MembersOf(typeof(RequestOptions))).Distinct(StringComparer.Ordinal),
            "ApiOptions", "api_options", "Api", "ApiClient", "ApiClientOptions", "ApiRequestOptions", "RequestOptions",
        ];

        GeneratorRun run = GeneratorRunner.Run($$"""
            openapi: 3.1.0
            info: { title: Options, version: '1' }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
            security: [{ key: [] }]
            paths:
              /a:
                get:
                  operationId: a
                  parameters:
                    {{string.Join("\n        ", names.Select(static name => $"- {{ name: {name}, in: query, x-ms-parameter-location: client, schema: {{ type: string }} }}"))}}
                  responses: { '204': { description: ok } }
            """);

        run.AssertCompiles();
        Assert.Contains("DescribeSecurity", names);
        Assert.Equal(names.Length, run.Assembly.GetType("Consumer.ApiClientOptions", throwOnError: true)!
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Length);
    }

    /// <summary>Returns the names of the members that a derived class in another assembly inherits.</summary>
    private static IEnumerable<string> MembersOf(Type options) => options
        .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
        .Where(static member => member is PropertyInfo { GetMethod: { } getter } ? IsVisible(getter) : member is MethodBase method && IsVisible(method))
        .Where(static member => member is not ConstructorInfo && member is not MethodInfo { IsSpecialName: true })
        .Select(static member => member.Name);

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
