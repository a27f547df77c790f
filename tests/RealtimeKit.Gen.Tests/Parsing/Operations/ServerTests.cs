using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Parsing.Operations;

public class ServerTests
{
    [Fact]
    public void The_servers_of_a_document_are_there_to_choose_from()
    {
        GeneratorRun run = Run("""
              - { url: 'https://{region}.a.example/v1', description: Production, variables: { region: { default: eu, enum: [eu, us] } } }
              - url: 'https://{tenant}.a.example:{port}/{base-path}/'
                description: The one of a tenant which has a description that is rather long for a name
                variables: { port: { default: '8443' }, base-path: { default: v2 }, tenant: {} }
              - { url: 'https://sandbox.a.example' }
              - { url: 'https://sandbox.a.example', description: The same again }
              - { url: /relative }
            """);

        run.AssertCompiles();
        Assert.Equal(
            [
                "Production(region=eu) https://eu.a.example/v1/",
                "SandboxAExample() https://sandbox.a.example/",
                "TenantAExamplePortBasePath(tenant=, basePath=v2, port=8443) https://acme.a.example:8443/v2/",
            ],
            Servers(run, "acme"));
        Assert.Contains("BaseAddress = new _system::Uri(\"https://eu.a.example/v1/\")", run.AllText);
        Assert.IsType<ArgumentException>(Assert.Throws<TargetInvocationException>(() => Method(run, "Production").Invoke(null, ["asia"])).InnerException);
    }

    [Theory]
    [InlineData("host: 'http://localhost:8080'", "basePath: /v1", "http://localhost:8080/v1/", 3, "host")]
    [InlineData("host: a.example/v1", "schemes: [https]", "https://a.example/v1/", 3, "host")]
    [InlineData("host: a.example", "basePath: 'https://b.example/v2'", "https://b.example/v2/", 4, "path")]
    public void A_host_or_path_of_Swagger_that_is_a_whole_address_is_reported_and_not_another_address(
        string first, string second, string address, int line, string word)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            swagger: '2.0'
            info: { title: Small, version: '1' }
            {{first}}
            {{second}}
            paths: { /a: { get: { operationId: a, responses: { '204': { description: ok } } } } }
            """);

        Assert.Contains($"is not a {word}; the scheme belongs in 'schemes'", run.AssertReports("RTK0035", line: line).Message, StringComparison.Ordinal);
        Assert.Contains($"BaseAddress = new _system::Uri(\"{address}\")", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  - { url: 'https://a.example/v1', description: Only one }")]
    [InlineData("  - { url: /v1 }\n  - { url: /v2 }")]
    public void One_server_without_variables_is_no_choice(string servers) => Assert.Null(Run(servers).Assembly.GetType("Consumer.ApiServers"));

    [Fact]
    public void Names_are_the_documents_own_and_never_those_of_the_class()
    {
        GeneratorRun run = Run("""
              - { url: 'https://a.example/1', description: Equals }
              - { url: 'https://a.example/2', description: api servers }
              - { url: 'https://a.example/3', description: Test }
              - { url: 'https://a.example/4', description: test }
              - { url: 'https://{class}.a.example/{Class}', description: class, variables: { class: { default: '"' }, Class: { default: a } } }
              - { url: 'https://{class}.b.example/{Class}', description: class, variables: { class: { default: a }, Class: { default: b } } }
            """);

        run.AssertCompiles();
        Assert.Equal(6 - 1, Servers(run, "a").Count());
    }

    [Fact]
    public void No_server_starts_the_program()
    {
        GeneratorRun run = Run("- { url: 'https://{a}.example', description: Main, variables: { a: { default: a } } }");

        Assert.NotNull(run.Assembly.GetType("Consumer.ApiServers"));
        Assert.Null(run.Assembly.GetType("Consumer.ApiServers")?.GetMethod("Main"));
    }

    [Fact]
    public void A_missing_server_is_reported()
    {
        GeneratorRun run = Run("""
              - { url: 'https://a.example/1' }
              - { url: 'https://{undeclared}.a.example/2' }
              - { url: 'ftp://a.example/3' }
              - { url: 'https://a.example/4' }
            """);

        Assert.Equal(2, run.QuotedIn("RTK0035").Count());
        Assert.Equal(2, Servers(run, "").Count());
    }

    [Theory]
    [InlineData("https://{t}.a.example/{b}", "the variable 'b' is not described in 'variables'")]
    [InlineData("https://{tt}.a.example", "the variable 'tt' is not described in 'variables'; did you mean 't'?")]
    [InlineData("https://a.example/{t", "a brace is not closed")]
    [InlineData("ftp://{t}.a.example", "its scheme is 'ftp', but a client sends requests only by http or https")]
    [InlineData("https://a example", "it contains a space or a control character")]
    [InlineData("https://a.example:{t}", "with the defaults of its variables it is 'https://a.example:eu/', which is not a URL")]
    public void The_reason_that_a_server_has_no_address_is_reported(string url, string why)
    {
        Reported reported = Run($"  - {{ url: '{url}', variables: {{ t: {{ default: eu }} }} }}").AssertReports("RTK0035", line: 4);

        Assert.Equal($"The server URL '{url}' is not valid: {why}; it is left out", reported.Message);
    }

    [Fact]
    public void A_default_that_is_none_of_the_values_counts_and_the_values_do_not()
    {
        GeneratorRun run = Run("  - { url: 'https://{t}.a.example', description: One, variables: { t: { enum: [a, b], default: c } } }");

        Assert.Equal("The 'enum' of the server's variable 't' does not contain its default 'c'; it is left out", run.AssertReports("RTK0035", line: 4).Message);
        Assert.Equal(["One(t=c) https://c.a.example/"], Servers(run, ""));
        Assert.Equal("https://d.a.example/", Method(run, "One").Invoke(null, ["d"])!.ToString());
    }

    [Theory]
    [InlineData("/api/v1", "/api/v1/")]
    [InlineData("./v1", "./v1/")]
    [InlineData("../{v}", "../2/")]
    public void A_server_without_a_host_is_reported_and_documented(string url, string path)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}', variables: {{ v: {{ default: '2' }} }} }}");

        run.AssertCompiles();
        Assert.Equal(
            $"'{url}' has no effect on the client: it has no host, so the caller sets a BaseAddress with this path", run.AssertReports("RTK0034", line: 4).Message);
        Assert.Contains($"Set <c>BaseAddress</c> to a URL that ends with the path <c>{path}</c>.", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//a.example/v1", "/v1/")]
    [InlineData("//a.example", null)]
    public void A_server_without_a_scheme_is_reported(string url, string? path)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}' }}");

        run.AssertCompiles();
        Assert.Equal(
            $"'{url}' has no effect on the client: it has no scheme, so the caller sets a BaseAddress with its host and path",
            run.AssertReports("RTK0034", line: 4).Message);
        Assert.Equal(path is not null, run.AllText.Contains($"Set <c>BaseAddress</c> to a URL that ends with the path <c>{path}</c>.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api.a.example/v1", "https://api.a.example/v1")]
    [InlineData("example.com", "https://example.com")]
    [InlineData("localhost:8080/v1", "http://localhost:8080/v1")]
    [InlineData("a.example:8443", "https://a.example:8443")]
    [InlineData("127.0.0.1:80/x", "http://127.0.0.1:80/x")]
    [InlineData("10.0.0.1/x", "http://10.0.0.1/x")]
    public void A_server_whose_scheme_was_forgotten_is_no_path(string url, string meant)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}' }}");

        Assert.Equal(
            $"The server URL '{url}' is not valid: it has no scheme; did you mean '{meant}'?; it is left out",
            run.AssertReports("RTK0035", line: 4).Message);
        Assert.DoesNotContain("BaseAddress", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("///v1", "it has no host; did you mean '/v1'?")]
    [InlineData("C:/v1", "it is the path of a file")]
    [InlineData("https:/a.example", "its scheme is not followed by '://'; did you mean 'https://a.example'?")]
    [InlineData("https:a.example/v1", "its scheme is not followed by '://'; did you mean 'https://a.example/v1'?")]
    [InlineData("http//a.example", "its scheme is not followed by '://'; did you mean 'http://a.example'?")]
    [InlineData("file:///v1", "its scheme is 'file', but a client sends requests only by http or https")]
    public void A_server_that_is_nearly_a_URL_is_reported(string url, string why)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}' }}");

        Assert.Equal($"The server URL '{url}' is not valid: {why}; it is left out", run.AssertReports("RTK0035", line: 4).Message);
        Assert.DoesNotContain("BaseAddress", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://{t}/v1")]
    [InlineData("https://{t}.a.example/v1")]
    [InlineData("//{t}/v1")]
    public void A_default_with_a_password_is_left_out(string url)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}', variables: {{ t: {{ default: 'user:hunter2@b.example' }} }} }}");

        string message = run.AssertReports("RTK0035", line: 4).Message;
        Assert.Equal(
            $"The server URL '{url}' is not valid: the default of a variable contains a user name or password, which HTTP clients do not send; it is left out",
            message);
        Assert.DoesNotContain("hunter2", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("///v1")]
    [InlineData("//a b/v1")]
    [InlineData("//:80/v1")]
    public void A_server_with_an_invalid_host_and_no_scheme_is_left_out(string url)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}' }}");

        run.AssertReports("RTK0035", line: 4);
        Assert.DoesNotContain("BaseAddress", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v1.0/a")]
    [InlineData("index.php/v1")]
    [InlineData("./a.b.example")]
    [InlineData("a/b.c.example")]
    public void A_path_is_no_host(string url) => Run($"  - {{ url: '{url}' }}").AssertReports("RTK0034", line: 4);

    [Theory]
    [InlineData("https://a.example/v1?key=1", "?key=1")]
    [InlineData("https://a.example/v1#top", "#top")]
    [InlineData("https://a.example/v1/?{k}=1#top", "?{k}=1#top")]
    public void A_query_of_a_server_is_reported(string url, string query)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}', variables: {{ k: {{ default: a }} }} }}");

        Assert.Equal(
            $"The URL of a server has no query and no fragment, but '{url}' has '{query}'; it is left out", run.AssertReports("RTK0035", line: 4).Message);
        Assert.Contains("BaseAddress = new _system::Uri(\"https://a.example/v1/\")", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://user:s3cret@a.example/v1", "")]
    [InlineData("https://{user}@a.example/v1", ", variables: { user: {} }")]
    public void A_user_of_a_server_is_reported_and_not_emitted(string url, string variables)
    {
        GeneratorRun run = Run($"  - {{ url: '{url}'{variables} }}");

        Assert.Equal(
            "The URL of a server contains a user name or password, which HTTP clients do not send; it is left out",
            run.AssertReports("RTK0035", line: 4).Message);
        Assert.Contains("BaseAddress = new _system::Uri(\"https://a.example/v1/\")", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void So_are_those_of_a_server_of_an_operation()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
              /a:
                servers: [{ url: 'https://user@a.example/v1?key=1' }]
                get: { operationId: get, responses: { '204': { description: ok } } }
                put: { operationId: put, responses: { '204': { description: ok } } }
            """);

        Assert.Equal([5, 5], run.Diagnostics.Where(static one => one.Id == "RTK0035").Select(static one => one.Line));
        Assert.Contains("https://a.example/v1/", run.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("user@", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host: a.example?x=1", "basePath: /v1", 3, "'a.example?x=1' is not a host, which has no query and no fragment")]
    [InlineData("host: 'user:pw@a.example'", "basePath: /v1", 3, "The 'host' contains a user name or password, which HTTP clients do not send")]
    [InlineData("host: a.example", "basePath: /v1?x=1", 4, "'/v1?x=1' is not a path, which has no query and no fragment")]
    [InlineData("host: a.example", "basePath: '/v1#x'", 4, "'/v1#x' is not a path, which has no query and no fragment")]
    public void So_are_those_of_a_host_of_Swagger(string host, string path, int line, string fault)
    {
        GeneratorRun run = GeneratorRunner.Run($$"""
            swagger: '2.0'
            info: { title: Small, version: '1' }
            {{host}}
            {{path}}
            paths: { /a: { get: { operationId: a, responses: { '204': { description: ok } } } } }
            """);

        Assert.Equal(fault + "; it is left out", run.AssertReports("RTK0035", line: line).Message);
        Assert.Contains("BaseAddress = new _system::Uri(\"https://a.example/v1/\")", run.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  - { url: / }")]
    [InlineData("  - { url: . }")]
    public void A_server_that_is_any_host_says_nothing(string servers)
    {
        GeneratorRun run = Run(servers).AssertNoDiagnostics();

        Assert.DoesNotContain("BaseAddress", run.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_path_of_Swagger_without_a_host_is_reported_and_documented()
    {
        GeneratorRun run = GeneratorRunner.Run("""
            swagger: '2.0'
            info: { title: Small, version: '1' }
            basePath: /api/v1
            paths: { /a: { get: { operationId: get, responses: { '204': { description: ok } } } } }
            """);

        run.AssertReports("RTK0034", line: 3);
        Assert.Contains("<c>/api/v1/</c>", run.AllText, StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string servers) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Small, version: '1' }
        servers:
        {{servers}}
        paths: { /a: { get: { operationId: get, responses: { '204': { description: ok } } } } }
        """);

    private static IEnumerable<string> Servers(GeneratorRun run, string missing) =>
        Class(run).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .OrderBy(static method => method.Name, StringComparer.Ordinal)
        .Select(method =>
        {
            ParameterInfo[] parameters = method.GetParameters();
            object?[] values = parameters.Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : missing).ToArray();
            IEnumerable<string> shown = parameters.Select(
                static parameter => $"{parameter.Name}={(parameter.HasDefaultValue ? parameter.DefaultValue : "")}");
            return $"{method.Name}({string.Join(", ", shown)}) {method.Invoke(null, values)}";
        });

    private static MethodInfo Method(GeneratorRun run, string name) => Class(run).GetMethod(name)!;

    private static Type Class(GeneratorRun run) => run.Assembly.GetType("Consumer.ApiServers", throwOnError: true)!;
}
