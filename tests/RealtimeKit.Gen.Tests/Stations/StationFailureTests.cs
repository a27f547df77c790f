using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Stations;
using RealtimeKit.Gen.Tests.Running;
using static RealtimeKit.Gen.Tests.Stations.ProvokedFailure;

namespace RealtimeKit.Gen.Tests.Stations;

/// <summary>An exception at one document is an error at that document, and all other clients are emitted.</summary>
public class StationFailureTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> _sources = new(static () => GeneratorRunner.Run(Items).Sources);

    public static TheoryData<string, string> Stations =>
    [
        .. Enum.GetValues<Station>()
            .Select(static station => new TheoryDataRow<string, string>(station.ToString(), station == Station.Project ? ProjectPath : ConcernedPath)),
        new TheoryDataRow<string, string>(nameof(Station.Input), ProjectPath),
        new TheoryDataRow<string, string>(nameof(Station.Reporting), ProjectPath),
    ];

    [Theory]
    [MemberData(nameof(Stations))]
    public void A_failure_is_an_error_at_the_document_and_the_other_client_comes_out(string station, string path)
    {
        GeneratorRun run = new ProvokedFailure(path, Enum.Parse<Station>(station)).Run();

        Assert.Null(run.Result.Exception);
        Reported[] failures = run.Diagnostics.Where(static diagnostic => diagnostic.Id == GeneratorRunner.FailureId).ToArray();
        Assert.NotEmpty(failures);
        Assert.All(failures, failure =>
        {
            Assert.Equal((DiagnosticSeverity.Error, path, 1), (failure.Severity, failure.File, failure.Line));
            Assert.Contains("System.InvalidOperationException", failure.Message, StringComparison.Ordinal);
            Assert.Contains("provoked here", failure.Message, StringComparison.Ordinal);
            Assert.Contains("please report it", failure.Message, StringComparison.Ordinal);
            Assert.Contains("in RealtimeKit.Gen.", failure.Message, StringComparison.Ordinal);
        });
        Assert.Equal(Other(_sources.Value), Other(run.Sources));
        Assert.NotEmpty(Other(run.Sources));
    }

    [Theory]
    [MemberData(nameof(Stations))]
    public void A_failure_is_cached_like_any_result(string station, string path)
    {
        GeneratorEdit edit = new ProvokedFailure(path, Enum.Parse<Station>(station)).Run().EditCode();

        PipelineValues.AssertNothingForeign(edit.Result);
        edit.AssertStepsAreReused();
        edit.AssertOutputsAreCached();
        Assert.Contains(edit.Run.Diagnostics, static diagnostic => diagnostic.Id == GeneratorRunner.FailureId);
    }

    [Theory]
    [MemberData(nameof(Stations))]
    public void An_edit_after_the_failure_brings_everything_back(string station, string path)
    {
        var failure = new ProvokedFailure(path, Enum.Parse<Station>(station));
        GeneratorRun run = failure.Run();
        failure.IsOver = true;

        // A step runs again only if its input has changed. A failure while printing is therefore cached with the printed model.
        GeneratorEdit edit = path == ProjectPath
            ? run.EditSpec(Text(path) + "\n", path)
            : run.EditSpec(Text(path)
                .Edit("Note:", "Memo:")
                .Edit("schemas/Note", "schemas/Memo")
                .Edit("listNotes", "listMemos")
                .Edit("title: Notes", "title: Memos"), path);

        Assert.Equal(Other(_sources.Value), Other(edit.Sources));
        if (station is not (nameof(Station.Reporting) or nameof(Station.Emission)))
        {
            Assert.DoesNotContain(edit.Run.Diagnostics, static diagnostic => diagnostic.Id == GeneratorRunner.FailureId);
            Assert.Equal(_sources.Value.Count, edit.Sources.Count);
        }
    }

    [Fact]
    public void Each_station_has_words_of_its_own()
    {
        string[] messages = Enum.GetValues<Station>()
            .Select(static station => StationFailure.Describe("a", station, new FormatException()).Arguments[0])
            .ToArray();

        Assert.Equal(messages.Length, messages.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_cancelled_run_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            new StationRunner().Run<string>("a", Station.Input, _ => throw new OperationCanceledException(cancelled.Token), static _ => "", cancelled.Token));
    }

    [Fact]
    public void A_cancellation_that_was_not_requested_is_a_failure()
    {
        GeneratorRun run = new ProvokedFailure(ConcernedPath, Station.Parsing, static () => new OperationCanceledException()).Run();

        Assert.Null(run.Result.Exception);
        Assert.Contains("System.OperationCanceledException", run.AssertReports(GeneratorRunner.FailureId).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_reported_before_the_failure_is_still_reported()
    {
        GeneratorRun run = new ProvokedFailure(ConcernedPath, Station.Parsing).Run();

        Assert.Contains(run.Diagnostics, static diagnostic => diagnostic is { Id: "RTK0010", File: ProjectPath });
    }

    [Fact]
    public void A_long_message_is_one_bounded_line()
    {
        string message = StationFailure.Describe("a", Station.Input, new FormatException(new string('x', 5_000) + "\r\n\u2028\ud800")).Arguments[3];

        Assert.InRange(message.Length, 1, 400);
        Assert.DoesNotContain(message, static unit => char.IsControl(unit));
    }

    private static IReadOnlyDictionary<string, string> Other(IReadOnlyDictionary<string, string> sources) => sources
        .Where(static source => source.Key.Contains("OtherClient", StringComparison.Ordinal))
        .ToDictionary();

    private static string Text(string path) => Items.Single(item => item.Text.Path == path).Text.GetText(TestContext.Current.CancellationToken).ToString();
}
