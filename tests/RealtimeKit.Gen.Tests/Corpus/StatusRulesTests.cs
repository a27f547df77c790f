using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RealtimeKit.Gen.Corpus.Compiling;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Tests.Corpus;

public class StatusRulesTests
{
    private static readonly DescribedOperation _read = new("get", "/a", "read_a", "/docs/api.yaml", FirstLine: 10, LastLine: 19);
    private static readonly DescribedOperation _write = new("put", "/b", "write_b", "/docs/api.yaml", FirstLine: 20, LastLine: 29);
    private static readonly EmittedOperation _emittedRead = new("get", "/a", "read_a");

    [Fact]
    public void A_document_of_which_everything_is_emitted_is_ok() =>
        Assert.Equal(Status.Ok, Decide(new() { Role = DocumentRole.Positive, Described = [_read], Emitted = [_emittedRead] }));

    [Fact]
    public void A_document_whose_operations_cannot_be_counted_is_ok() =>
        Assert.Equal(Status.Ok, Decide(new() { Role = DocumentRole.Positive, Described = null }));

    [Fact]
    public void A_missing_operation_without_a_diagnostic_fails_and_is_named()
    {
        (Status status, IReadOnlyList<Issue> issues) = StatusRules.Decide(Missing());

        Assert.Equal(Status.Failed, status);
        Assert.Contains("'PUT /b'", issues[0].Example);
    }

    [Theory]
    [InlineData("left out: write_b", 1)]
    [InlineData("left out: PUT /b", 1)]
    [InlineData("left out", 20)]
    [InlineData("left out", 29)]
    public void A_missing_operation_that_a_located_warning_names_is_partial(string message, int line) =>
        Assert.Equal(Status.Partial, Decide(Missing(Located(DiagnosticSeverity.Warning, message, line))));

    [Theory]
    [InlineData(DiagnosticSeverity.Info, "left out: write_b", 1)]
    [InlineData(DiagnosticSeverity.Warning, "left out", 12)]
    [InlineData(DiagnosticSeverity.Warning, "left out: something else", 30)]
    public void A_missing_operation_is_not_excused_by_a_message_about_something_else(DiagnosticSeverity severity, string message, int line) =>
        Assert.Equal(Status.Failed, Decide(Missing(Located(severity, message, line))));

    [Fact]
    public void A_missing_operation_is_not_excused_by_a_warning_without_a_place() =>
        Assert.Equal(Status.Failed, Decide(Missing(Create("RTK0032", DiagnosticSeverity.Warning, "left out: write_b", Location.None))));

    [Fact]
    public void An_operation_under_another_id_but_the_same_route_is_not_missing() => Assert.Equal(
        Status.Partial,
        Decide(Missing(Located(DiagnosticSeverity.Warning, "left out", 25)) with { Emitted = [new("get", "/a", "renamed")] }));

    [Fact]
    public void A_located_error_is_a_refusal() =>
        Assert.Equal(Status.Refused, Decide(Missing(Located(DiagnosticSeverity.Error, "wrong", 1))));

    [Fact]
    public void An_error_without_a_place_fails() =>
        Assert.Equal(Status.Failed, Decide(Missing(Create("RTK0001", DiagnosticSeverity.Error, "wrong", Location.None))));

    [Theory]
    [InlineData("CS8784")]
    [InlineData("CS8785")]
    [InlineData("RTK0090")]
    public void A_generator_that_threw_fails(string id) =>
        Assert.Equal(
            Status.Failed, Decide(new() { Role = DocumentRole.Negative, Diagnostics = [Create(id, DiagnosticSeverity.Warning, "threw", Location.None)] }));

    [Fact]
    public void Output_that_does_not_compile_fails_also_when_refused() => Assert.Equal(
        Status.Failed,
        Decide(Missing(Located(DiagnosticSeverity.Error, "wrong", 1)) with
        {
            CompilerDiagnostics = [Create("CS1002", DiagnosticSeverity.Error, "; expected", Location.None)],
        }));

    [Fact]
    public void An_exception_fails_and_names_its_first_own_frame()
    {
        (Status status, IReadOnlyList<Issue> issues) = StatusRules.Decide(new() { Role = DocumentRole.Negative, Exception = Thrown() });

        Assert.Equal(Status.Failed, status);
        Assert.Contains("InvalidCastException: no cast", issues[0].Example);
        Assert.Contains(nameof(Thrown), issues[0].Shape);
    }

    [Fact]
    public void A_check_over_budget_fails_and_names_the_phase()
    {
        (Status status, IReadOnlyList<Issue> issues) = StatusRules.Decide(new() { Role = DocumentRole.Positive, OverBudgetIn = "compiler" });

        Assert.Equal(Status.Failed, status);
        Assert.Contains("compiler", issues[0].Example);
    }

    [Fact]
    public void A_text_that_is_not_yaml_must_be_refused()
    {
        Assert.Equal(Status.Failed, Decide(new() { Role = DocumentRole.YamlNegative }));
        Assert.Equal(Status.Refused, Decide(new() { Role = DocumentRole.YamlNegative, Diagnostics = [Located(DiagnosticSeverity.Error, "no YAML", 2)] }));
    }

    [Fact]
    public void Yaml_that_is_not_openapi_may_be_refused_or_not()
    {
        Assert.Equal(Status.Ok, Decide(new() { Role = DocumentRole.YamlPositive }));
        Assert.Equal(Status.Refused, Decide(new() { Role = DocumentRole.YamlPositive, Diagnostics = [Located(DiagnosticSeverity.Error, "no OpenAPI", 2)] }));
    }

    [Fact]
    public void Issues_that_differ_only_in_names_are_one()
    {
        (_, IReadOnlyList<Issue> issues) = StatusRules.Decide(new()
        {
            Role = DocumentRole.Positive,
            Diagnostics = [Located(DiagnosticSeverity.Info, "'a' is 1 thing", 1), Located(DiagnosticSeverity.Info, "'b' is 22 thing", 2)],
        });

        Assert.Equal(2, Assert.Single(issues).Count);
    }

    private static Status Decide(CompileOutput output) => StatusRules.Decide(output).Status;

    private static CompileOutput Missing(params Diagnostic[] diagnostics) => new()
    {
        Role = DocumentRole.Positive,
        Described = [_read, _write],
        Emitted = [_emittedRead],
        Diagnostics = diagnostics,
    };

    private static Diagnostic Located(DiagnosticSeverity severity, string message, int line) => Create("RTK0032", severity, message, Location.Create(
        "/docs/api.yaml", new TextSpan(0, 1), new LinePositionSpan(new LinePosition(line - 1, 0), new LinePosition(line - 1, 1))));

    private static Diagnostic Create(string id, DiagnosticSeverity severity, string message, Location location) =>
        Diagnostic.Create(
            id, "test", message, severity, severity, isEnabledByDefault: true, warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1, location: location);

    private static Exception Thrown()
    {
        try
        {
            throw new InvalidCastException("no cast");
        }
        catch (InvalidCastException exception)
        {
            return exception;
        }
    }
}
