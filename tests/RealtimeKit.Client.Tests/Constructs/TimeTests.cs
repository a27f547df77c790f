using RealtimeKit.Client.Tests.Times;
using RealtimeKit.Runtime;
using Values = RealtimeKit.Client.Tests.Times.Times;

namespace RealtimeKit.Client.Tests.Constructs;

/// <summary>Times of day and spans of time.</summary>
public sealed class TimeTests : ConstructTest
{
    private static readonly TimeSpan _span = new(days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 500);

    [Theory]
    [InlineData("1.02:03:04.5000000")]
    [InlineData("P1DT2H3M4.5S")]
    [InlineData("PT26H3M4,5S")]
    public async Task A_span_is_read_in_either_spelling_and_written_in_the_one_that_the_document_means(string text)
    {
        Script(200, "application/json",
            $$"""{"opens":"08:30:00","span":"{{text}}","constant":"{{text}}","duration":"{{text}}","example":"{{text}}","spans":["{{text}}"],"small":255,"letter":"x"}""",
            ("X-Opens", "08:30:00"), ("X-Age", text));
        using TimesClient client = Client();
        Values sent = new()
        {
            Opens = new TimeOnly(8, 30),
            Span = _span,
            Constant = _span,
            Duration = _span,
            Example = _span,
            Spans = [_span],
            Small = 255,
            Letter = "x",
        };

        ApiResponse<Values> response = await client.EchoWithResponseAsync(sent, new TimeOnly(8, 30), _span, _span, cancellationToken: CancellationToken);

        Values read = response.Value;
        (TimeOnly? opens, byte? small, string? letter) = (read.Opens, read.Small, read.Letter);
        Assert.Equal((new TimeOnly(8, 30), (byte)255, "x"), (opens, small, letter));
        Assert.Equal(Enumerable.Repeat<TimeSpan?>(_span, 5), [read.Span, read.Constant, read.Duration, read.Example, read.Spans![0]]);
        Assert.Equal((new TimeOnly(8, 30), _span), (response.Headers.GetXOpens(), response.Headers.GetXAge()));
        Assert.Equal(
            """{"opens":"08:30:00","span":"1.02:03:04.5000000","constant":"1.02:03:04.5000000","duration":"P1DT2H3M4.5S","example":"1.02:03:04.5000000","spans":["P1DT2H3M4.5S"],"small":255,"letter":"x"}""",
            Simulator.Requests.Single().Body);
        Assert.Equal("/client/v4/times?at=08%3A30%3A00&within=P1DT2H3M4.5S&every=1.02%3A03%3A04.5000000", Simulator.Requests.Single().Path);
    }

    [Theory]
    [InlineData("-P1D", -864_000_000_000)]
    [InlineData("P2W", 12_096_000_000_000)]
    [InlineData("PT0S", 0)]
    [InlineData("P0Y0M1D", 864_000_000_000)]
    [InlineData("PT0.5H", 18_000_000_000)]
    [InlineData("PT0.0000001S", 1)]
    [InlineData("-00:00:00.0000001", -1)]
    [InlineData("P10675199DT2H48M5.4775807S", long.MaxValue)]
    public async Task Nothing_of_a_span_is_lost(string text, long ticks)
    {
        Script(200, "application/json", $$"""{"duration":"{{text}}"}""");
        using TimesClient client = Client();

        Values read = await client.EchoAsync(new(), cancellationToken: CancellationToken);

        Assert.Equal(new TimeSpan(ticks), read.Duration);
    }

    [Theory]
    [InlineData("duration", "P1M")]
    [InlineData("duration", "P1Y2M")]
    [InlineData("duration", "PT0.00000001S")]
    [InlineData("duration", "P")]
    [InlineData("duration", "P1DT")]
    [InlineData("duration", "P1S")]
    [InlineData("duration", "5")]
    [InlineData("duration", "P99999999999D")]
    [InlineData("opens", "08:30:00+02:00")]
    [InlineData("opens", "08:30:00.00000001")]
    [InlineData("opens", "24:00:00")]
    public async Task What_the_type_cannot_hold_is_an_error_and_never_cut(string property, string text)
    {
        Script(200, "application/json", $$"""{"{{property}}":"{{text}}"}""");
        using TimesClient client = Client();

        ApiContentException error = await Assert.ThrowsAsync<ApiContentException>(() => client.EchoAsync(new(), cancellationToken: CancellationToken));

        Assert.Contains("$." + property, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("08:30")]
    [InlineData("08:30:00Z")]
    [InlineData("08:30:00.0000000000")]
    public async Task A_time_may_leave_out_the_seconds_and_be_marked_as_universal(string text)
    {
        Script(200, "application/json", $$"""{"opens":"{{text}}"}""");
        using TimesClient client = Client();

        Values read = await client.EchoAsync(new(), cancellationToken: CancellationToken);

        Assert.Equal(new TimeOnly(8, 30), read.Opens);
    }

    private TimesClient Client() => new(new TimesClientOptions { BaseAddress = Simulator.BaseAddress });
}
