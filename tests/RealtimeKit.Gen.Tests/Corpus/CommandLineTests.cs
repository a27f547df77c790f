using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Proving;

namespace RealtimeKit.Gen.Tests.Corpus;

public class CommandLineTests
{
    [Fact]
    public void Paths_and_options_may_be_mixed()
    {
        CorpusOptions options = CommandLine.Parse(["a", "--budget-seconds", "7", "b", "--summary", "--role", "positive,negative"]);

        Assert.Equal(["a", "b"], options.Paths);
        Assert.Equal(7, options.BudgetSeconds);
        Assert.True(options.Summary);
        Assert.Equal(["negative", "positive"], options.Roles.Order());
    }

    [Fact]
    public void A_worker_gets_what_it_needs()
    {
        CorpusOptions options = CommandLine.Parse(["a", "--budget-seconds", "7", "--stack-kb", "256", "--langversion", "12", "--keep", "/tmp/k"]);

        CorpusOptions worker = CommandLine.Parse(CommandLine.ForWorker(options).ToArray());

        Assert.True(worker.IsWorker);
        Assert.Equal(
            (options.BudgetSeconds, options.StackKilobytes, options.LanguageVersion, options.Keep),
            (worker.BudgetSeconds, worker.StackKilobytes, worker.LanguageVersion, worker.Keep));
    }

    [Theory]
    [InlineData("--oracle", nameof(ProofKind.Oracle))]
    [InlineData("--packed", nameof(ProofKind.Packed))]
    [InlineData("--pairs", nameof(ProofKind.Pairs))]
    [InlineData("--determinism", nameof(ProofKind.Determinism))]
    [InlineData("--stability", nameof(ProofKind.Stability))]
    public void A_proof_is_asked_of_the_workers_too(string option, string expected)
    {
        CorpusOptions options = CommandLine.Parse(["a", option]);

        Assert.Equal(expected, options.Proof.ToString());
        Assert.Equal(expected, CommandLine.Parse(CommandLine.ForWorker(options).ToArray()).Proof.ToString());
    }

    [Theory]
    [InlineData("--sample", "--sample wants a value")]
    [InlineData("a --sample x", "not 'x'")]
    [InlineData("a --sample 0", "not '0'")]
    [InlineData("a --budget-seconds -1", "not '-1'")]
    [InlineData("a --frobnicate", "no option '--frobnicate'")]
    [InlineData("a --langversion nine", "'nine' is no version")]
    [InlineData("a --manifest /does/not/exist", "no file '/does/not/exist'")]
    [InlineData("--summary", "at least one document")]
    public void A_wrong_command_line_is_told_in_words(string arguments, string words)
    {
        CommandLineException exception = Assert.Throws<CommandLineException>(() => CommandLine.Parse(arguments.Split(' ')));

        Assert.Contains(words, exception.Message);
    }
}
