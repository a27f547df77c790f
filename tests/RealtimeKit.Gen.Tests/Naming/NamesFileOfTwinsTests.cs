using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>Two components that differ only in null are one type. It keeps its name whichever of them a later version adds or removes.</summary>
public class NamesFileOfTwinsTests
{
    private const string User = "{ type: object, properties: { at: { type: object, properties: { x: { type: string } } } } }";
    private const string OrNull = "{ type: object, nullable: true, properties: { at: { type: object, properties: { x: { type: string } } } } }";
    private const string Longer = "{ type: object, properties: { at: { type: object, properties: { x: { type: string } } }, b: { type: string } } }";
    private const string LongerOrNull = "{ type: object, nullable: true, properties: { at: { type: object, properties: { x: { type: string } } }, b: { type: string } } }";
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

    [Theory]
    [InlineData("nullable-user", OrNull, "user", User, Longer)]
    [InlineData("nullable-user", OrNull, "user", User, OrNull)]
    [InlineData("user", User, "nullable-user", OrNull, User)]
    [InlineData("NullableOfStatus", KindOrNull, "Status", Kind, "{ type: string, enum: [a, b, c] }")]
    [InlineData("User2", OrNull, "User", User, Longer)]
    public void Two_components_that_become_twins_stay_two_types(string first, string schema, string second, string twin, string earlier)
    {
        string names = NamedRun.Write(Document((first, schema), (second, earlier)));
        string document = Document((second, twin), (first, schema));

        GeneratorRun run = NamedRun.Of(document, names);

        foreach (string component in (string[])[first, second])
        {
            string name = NameOf(names, component);
            Assert.Equal(name, TypeOf(run, component));
            Assert.Contains($"type #/components/schemas/{component} = {name}\n", NamedRun.Write(document, names), StringComparison.Ordinal);
        }

        Assert.NotEqual(TypeOf(run, first), TypeOf(run, second));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
    }

    [Fact]
    public void Two_components_that_become_twins_of_a_new_component_stay_two_types()
    {
        string earlier = Document(("User2", OrNull), ("nullable-User", OrNull));
        string names = NamedRun.Write(earlier);
        string[] orders = [Document(("User2", OrNull), ("User", User), ("nullable-User", OrNull)), Document(("nullable-User", OrNull), ("User", User), ("User2", OrNull))];

        foreach (GeneratorRun run in orders.Select(document => NamedRun.Of(document, names)))
        {
            Assert.Equal("User2", TypeOf(run, "User2"));
            Assert.Equal("NullableUser", TypeOf(run, "nullable-User"));
            Assert.Equal("User2", TypeOf(run, "User"));
            Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0040" or "RTK0065");
        }
    }

    [Theory]
    [InlineData("nullable-user", OrNull, "user", User)]
    [InlineData("User2", OrNull, "User", User)]
    public void Twins_that_are_no_twins_any_more_are_split_without_a_warning(string first, string schema, string second, string twin)
    {
        string names = NamedRun.Write(Document((first, schema), (second, twin)));

        GeneratorRun run = NamedRun.Of(Document((first, schema), (second, Longer)), names);

        string kept = string.CompareOrdinal(first, second) < 0 ? first : second;
        string other = kept == first ? second : first;
        Assert.Equal("User", TypeOf(run, kept));
        Assert.Equal("User2", TypeOf(run, other));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id == "RTK0065");
    }

    [Theory]
    [InlineData("nullable-user", OrNull, "user", Longer)]
    [InlineData("nullable-user", LongerOrNull, "user", User)]
    [InlineData("user", User, "nullable-user", LongerOrNull)]
    [InlineData("User2", OrNull, "User", Longer)]
    public void The_only_twin_that_is_used_keeps_the_name_when_they_are_no_twins_any_more(string used, string schema, string unused, string other)
    {
        string earlier = Document((used, used == "user" ? User : OrNull)) + $"    {unused}: {(used == "user" ? OrNull : User)}\n";
        string names = NamedRun.Write(earlier);
        Assert.Contains($"type #/components/schemas/{unused} = User\n", names, StringComparison.Ordinal);

        GeneratorRun run = NamedRun.Of(Document((used, schema)) + $"    {unused}: {other}\n", names);

        Assert.Equal("User", TypeOf(run, used));
        Assert.DoesNotContain(run.Diagnostics, static one => one.Id == "RTK0065");
    }

    private static string NameOf(string names, string component) => names.Split('\n')
        .Single(line => line.StartsWith($"type #/components/schemas/{component} = ", StringComparison.Ordinal))
        .Split(" = ")[1];

    /// <summary>Returns the name of the type that the only member of a response has, which refers to the component.</summary>
    private static string TypeOf(GeneratorRun run, string component)
    {
        Type holder = run.Assembly.GetTypes()
            .Single(type => type.Name.Equals($"Get{component.Replace("-", "", StringComparison.Ordinal)}Response", StringComparison.OrdinalIgnoreCase));
        Type type = holder.GetProperty("P")!.PropertyType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return (type.IsGenericType ? type.GetGenericArguments()[0] : type).Name;
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
