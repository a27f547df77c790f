using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Two components that differ only in null are one type. It keeps its name whichever of them a later version adds or removes.</summary>
public class NamesFileOfTwinsTests
{
    private const string User = "{ type: object, properties: { at: { type: object, properties: { x: { type: string } } } } }";
    private const string OrNull = "{ type: object, nullable: true, properties: { at: { type: object, properties: { x: { type: string } } } } }";
    private const string Kind = "{ type: string, enum: [a, b] }";
    private const string KindOrNull = "{ type: string, nullable: true, enum: [a, b, null] }";

    [Theory]
    [InlineData("nullable-user", OrNull, "user", User, "NullableUser")]
    [InlineData("NullableOfStatus", KindOrNull, "Status", Kind, "NullableOfStatus")]
    [InlineData("userOrNull", OrNull, "user", User, "UserOrNull")]
    [InlineData("user", User, "nullable-user", OrNull, "User")]
    [InlineData("User2", OrNull, "User", User, "User2")]
    public void A_twin_that_is_added_changes_no_name(string first, string schema, string second, string twin, string name)
    {
        string earlier = Document((first, schema));
        string later = Document((second, twin), (first, schema));
        string names = NamedRun.Write(earlier);

        GeneratorRun run = NamedRun.Of(later, names);

        Assert.Contains($"type #/components/schemas/{first} = {name}\n", names, StringComparison.Ordinal);
        Assert.NotNull(run.Assembly.GetType($"Consumer.{name}"));
        Assert.Empty(Types(GeneratorRunner.Run(earlier)).Except(Types(run)));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065" or "RTK0066");
    }

    [Fact]
    public void A_twin_that_is_removed_changes_no_name()
    {
        string both = Document(("nullable-user", OrNull), ("user", User));
        string names = NamedRun.Write(both);

        GeneratorRun run = NamedRun.Of(Document(("nullable-user", OrNull)), names);

        Assert.Contains("type #/components/schemas/nullable-user = User\n", names, StringComparison.Ordinal);
        Assert.Contains("type #/components/schemas/nullable-user/properties/at = UserAt\n", names, StringComparison.Ordinal);
        Assert.NotNull(run.Assembly.GetType("Consumer.User"));
        Assert.NotNull(run.Assembly.GetType("Consumer.UserAt"));
        Assert.Equal(GeneratorRunner.Run(both).Sources, NamedRun.Of(both, names).Sources);
        NamedRun.Of(both, names).AssertNoDiagnostics();
    }

    [Fact]
    public void Two_components_that_become_twins_report_the_name_that_vanishes()
    {
        string names = NamedRun.Write(Document(("nullable-user", OrNull), ("user", "{ type: object, properties: { at: { type: string } } }")));

        GeneratorRun run = NamedRun.Of(Document(("nullable-user", OrNull), ("user", User)), names);

        Assert.Equal(
            "'type #/components/schemas/nullable-user' cannot have the name NullableUser: it differs from another component only in null, so both are the type User",
            run.AssertReports("RTK0065").Message);
    }

    private static string[] Types(GeneratorRun run) => run.Assembly.GetTypes().Where(static type => type.IsPublic).Select(static type => type.Name).ToArray();

    private static string Document(params (string Name, string Schema)[] components) => $$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        paths:
        {{string.Concat(components.Select(static component => $$"""
              /{{component.Name}}:
                get: { operationId: get{{component.Name}}, tags: [T], responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { p: { $ref: '#/components/schemas/{{component.Name}}' } } } } } } } }

            """))}}
        components:
          schemas:
        {{string.Concat(components.Select(static component => $"    {component.Name}: {component.Schema}\n"))}}
        """;
}
