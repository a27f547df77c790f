using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Corpus.Judging;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Tests.Corpus;

public class JudgeTests
{
    private static readonly DescribedOperation _read = new("get", "/a", "read_a", "/docs/api.yaml", FirstLine: 10, LastLine: 19);
    private static readonly DescribedOperation _write = new("put", "/b", "write_b", "/docs/api.yaml", FirstLine: 20, LastLine: 29);
    private static readonly EmittedOperation _emittedRead = new("get", "/a", "read_a");

    [Fact]
    public void Everything_out_is_ok() =>
        Assert.Equal(Verdict.Ok, Decide(new() { Role = DocumentRole.Positive, Described = [_read], Emitted = [_emittedRead] }));

    [Fact]
    public void A_document_that_the_runner_cannot_count_is_not_held_to_a_number() =>
        Assert.Equal(Verdict.Ok, Decide(new() { Role = DocumentRole.Positive, Described = null }));

    [Fact]
    public void A_missing_operation_in_silence_fails_and_is_named()
    {
        (Verdict verdict, IReadOnlyList<Fault> faults) = Judge.Decide(Missing());

        Assert.Equal(Verdict.Failed, verdict);
        Assert.Contains("'PUT /b'", faults[0].Example);
    }

    [Theory]
    [InlineData("left out: write_b", 1)]
    [InlineData("left out: PUT /b", 1)]
    [InlineData("left out", 20)]
    [InlineData("left out", 29)]
    public void A_missing_operation_that_a_located_warning_names_is_partial(string message, int line) =>
        Assert.Equal(Verdict.Partial, Decide(Missing(Located(DiagnosticSeverity.Warning, message, line))));

    [Theory]
    [InlineData(DiagnosticSeverity.Info, "left out: write_b", 1)]
    [InlineData(DiagnosticSeverity.Warning, "left out", 12)]
    [InlineData(DiagnosticSeverity.Warning, "left out: something else", 30)]
    public void A_missing_operation_is_not_excused_by_words_about_something_else(DiagnosticSeverity severity, string message, int line) =>
        Assert.Equal(Verdict.Failed, Decide(Missing(Located(severity, message, line))));

    [Fact]
    public void A_missing_operation_is_not_excused_by_a_warning_without_a_place() =>
        Assert.Equal(Verdict.Failed, Decide(Missing(Create("RTK0032", DiagnosticSeverity.Warning, "left out: write_b", Location.None))));

    [Fact]
    public void An_operation_under_another_id_but_the_same_route_is_not_missing() => Assert.Equal(
        Verdict.Partial,
        Decide(Missing(Located(DiagnosticSeverity.Warning, "left out", 25)) with { Emitted = [new("get", "/a", "renamed")] }));

    [Fact]
    public void A_located_error_refuses() =>
        Assert.Equal(Verdict.Refused, Decide(Missing(Located(DiagnosticSeverity.Error, "wrong", 1))));

    [Fact]
    public void An_error_without_a_place_fails() =>
        Assert.Equal(Verdict.Failed, Decide(Missing(Create("RTK0001", DiagnosticSeverity.Error, "wrong", Location.None))));

    [Theory]
    [InlineData("CS8784")]
    [InlineData("CS8785")]
    [InlineData("RTK0090")]
    public void A_generator_that_threw_fails(string id) =>
        Assert.Equal(Verdict.Failed, Decide(new() { Role = DocumentRole.Negative, Diagnostics = [Create(id, DiagnosticSeverity.Warning, "threw", Location.None)] }));

    [Fact]
    public void Output_that_does_not_compile_fails_also_when_refused() => Assert.Equal(
        Verdict.Failed,
        Decide(Missing(Located(DiagnosticSeverity.Error, "wrong", 1)) with { CompileFaults = [Create("CS1002", DiagnosticSeverity.Error, "; expected", Location.None)] }));

    [Fact]
    public void An_exception_fails_and_names_its_first_own_frame()
    {
        (Verdict verdict, IReadOnlyList<Fault> faults) = Judge.Decide(new() { Role = DocumentRole.Negative, Exception = Thrown() });

        Assert.Equal(Verdict.Failed, verdict);
        Assert.Contains("InvalidCastException: no cast", faults[0].Example);
        Assert.Contains(nameof(Thrown), faults[0].Shape);
    }

    [Fact]
    public void A_budget_that_ran_out_fails_and_names_the_station()
    {
        (Verdict verdict, IReadOnlyList<Fault> faults) = Judge.Decide(new() { Role = DocumentRole.Positive, OverBudgetIn = "compiler" });

        Assert.Equal(Verdict.Failed, verdict);
        Assert.Contains("compiler", faults[0].Example);
    }

    [Fact]
    public void No_yaml_must_be_refused()
    {
        Assert.Equal(Verdict.Failed, Decide(new() { Role = DocumentRole.YamlNegative }));
        Assert.Equal(Verdict.Refused, Decide(new() { Role = DocumentRole.YamlNegative, Diagnostics = [Located(DiagnosticSeverity.Error, "no YAML", 2)] }));
    }

    [Fact]
    public void Yaml_that_is_no_description_may_be_refused_or_not()
    {
        Assert.Equal(Verdict.Ok, Decide(new() { Role = DocumentRole.YamlPositive }));
        Assert.Equal(Verdict.Refused, Decide(new() { Role = DocumentRole.YamlPositive, Diagnostics = [Located(DiagnosticSeverity.Error, "no OpenAPI", 2)] }));
    }

    [Fact]
    public void Faults_that_differ_in_names_alone_are_one()
    {
        (_, IReadOnlyList<Fault> faults) = Judge.Decide(new()
        {
            Role = DocumentRole.Positive,
            Diagnostics = [Located(DiagnosticSeverity.Info, "'a' is 1 thing", 1), Located(DiagnosticSeverity.Info, "'b' is 22 thing", 2)],
        });

        Assert.Equal(2, Assert.Single(faults).Count);
    }

    private static Verdict Decide(TrialOutcome outcome) => Judge.Decide(outcome).Verdict;

    private static TrialOutcome Missing(params Diagnostic[] diagnostics) => new()
    {
        Role = DocumentRole.Positive,
        Described = [_read, _write],
        Emitted = [_emittedRead],
        Diagnostics = diagnostics,
    };

    private static Diagnostic Located(DiagnosticSeverity severity, string message, int line) => Create("RTK0032", severity, message, Location.Create(
        "/docs/api.yaml", new TextSpan(0, 1), new LinePositionSpan(new LinePosition(line - 1, 0), new LinePosition(line - 1, 1))));

    private static Diagnostic Create(string id, DiagnosticSeverity severity, string message, Location location) =>
        Diagnostic.Create(id, "test", message, severity, severity, isEnabledByDefault: true, warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1, location: location);

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
