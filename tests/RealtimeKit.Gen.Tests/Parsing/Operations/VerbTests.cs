using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

/// <summary>Each value of an enum that says what to do has a method if the JSON body that requires it is the main body.</summary>
public class VerbTests
{
    private const string Action = "{ schema: { type: object, required: [action], properties: { action: { type: string, enum: [stop, start] } } } }";
    private const string Json = "application/json: " + Action;
    private const string Form = "application/x-www-form-urlencoded: " + Action;
    private const string Multipart = "multipart/form-data: { schema: { type: object, properties: { e: { type: string } } } }";
    private const string Text = "text/plain: { schema: { type: string } }";
    private const string Vendor = "application/vnd.acme+json: ";
    private const string Other = Vendor + "{ schema: { type: object, properties: { c: { type: string } } } }";
    private const string Result = "application/json: { schema: { type: object, properties: { r: { type: boolean } } } }";
    private const string OtherResult = "application/vnd.acme.v2+json: { schema: { type: object, properties: { d: { type: string } } } }";

    [Theory]
    [InlineData(Json, Form)]
    [InlineData(Json, Multipart)]
    [InlineData(Json, Text)]
    [InlineData(Json, Other)]
    [InlineData(Json, Vendor + Action)]
    [InlineData(Vendor + Action, Form)]
    public void A_second_media_type_of_the_body_removes_no_verb(string body, string added)
    {
        string earlier = OneOperation.Of(body, Result);
        string later = OneOperation.Of($"{body}, {added}", Result);
        Assert.Equal(["StartAsync", "StopAsync"], VerbsOf(GeneratorRunner.Run(earlier)));

        Assert.Equal(["StartAsync", "StopAsync"], VerbsOf(GeneratorRunner.Run(later)));
        AssertKeptByAFile(earlier, later);
    }

    [Theory]
    [InlineData(Result, Text)]
    [InlineData(Result, OtherResult)]
    [InlineData(Text, Result)]
    [InlineData(Text, OtherResult)]
    [InlineData("application/pdf: { schema: { type: string, format: binary } }", Result)]
    public void A_second_media_type_of_the_response_removes_no_verb(string response, string added)
    {
        string earlier = OneOperation.Of(Json, response);
        string later = OneOperation.Of(Json, $"{response}, {added}");
        Assert.Equal(["StartAsync", "StopAsync"], VerbsOf(GeneratorRunner.Run(earlier)));

        Assert.Equal(["StartAsync", "StopAsync"], VerbsOf(GeneratorRunner.Run(later)));
        AssertKeptByAFile(earlier, later);
    }

    /// <summary>With a names file, the method without a suffix is that of the earlier body.</summary>
    [Theory]
    [InlineData(Vendor + Action, "application/json: { schema: { type: object, properties: { c: { type: string } } } }, " + Vendor + Action)]
    [InlineData(Form, Json + ", " + Form)]
    public void The_main_body_is_that_of_the_method_without_a_suffix(string body, string later)
    {
        string names = NamedRun.Write(OneOperation.Of(body, Result));
        string[] verbs = VerbsOf(GeneratorRunner.Run(OneOperation.Of(body, Result)));

        Assert.Equal(verbs, VerbsOf(NamedRun.Of(OneOperation.Of(later, Result), names)));
    }

    [Fact]
    public void A_verb_sends_the_first_of_several_media_types()
    {
        GeneratorRun run = GeneratorRunner.Run(OneOperation.Of($"{Json}, {Vendor}{Action}", Result));

        Assert.Contains("""}, "application/json", options, cancellationToken);""", run.AllText, StringComparison.Ordinal);
    }

    /// <summary>The verbs have the same result as before, and keep their names, whether the file was updated or not.</summary>
    private static void AssertKeptByAFile(string earlier, string later)
    {
        string names = NamedRun.Write(earlier);
        string written = NamedRun.Write(later, names);
        string before = ResultOf(NamedRun.Of(earlier, names));

        foreach (GeneratorRun run in (GeneratorRun[])[NamedRun.Of(later, names), NamedRun.Of(later, written)])
        {
            Assert.Equal(before, ResultOf(run));
            Assert.DoesNotContain(run.Diagnostics, static one => one.Id is "RTK0065" or "RTK0066");
        }
    }

    private static string ResultOf(GeneratorRun run) =>
        run.Assembly.GetType("Consumer.ApiClient")!.GetMethods().First(static method => method.Name == "StopAsync").ReturnType.ToString();

    private static string[] VerbsOf(GeneratorRun run) => run.Assembly.GetType("Consumer.ApiClient")!.GetMethods()
        .Select(static method => method.Name)
        .Where(static name => name is "StopAsync" or "StartAsync")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToArray();
}
