using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Checks;
using RealtimeKit.Gen.Corpus.Mutating;

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
    public void Mutation_takes_a_seed_and_a_count() =>
        Assert.Equal(new Mutation(7, 300), CommandLine.Parse(["--mutate", "7", "300", "a"]).Mutation);

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
    [InlineData("--oracle", nameof(CheckKind.Oracle))]
    [InlineData("--packed", nameof(CheckKind.Packed))]
    [InlineData("--pairs", nameof(CheckKind.Pairs))]
    [InlineData("--determinism", nameof(CheckKind.Determinism))]
    [InlineData("--stability", nameof(CheckKind.Stability))]
    public void A_worker_gets_the_check_to_make(string option, string expected)
    {
        CorpusOptions options = CommandLine.Parse(["a", option]);

        Assert.Equal(expected, options.Check.ToString());
        Assert.Equal(expected, CommandLine.Parse(CommandLine.ForWorker(options).ToArray()).Check.ToString());
    }

    [Theory]
    [InlineData("--sample", "--sample requires a value")]
    [InlineData("a --sample x", "not 'x'")]
    [InlineData("a --sample 0", "not '0'")]
    [InlineData("a --budget-seconds -1", "not '-1'")]
    [InlineData("a --mutate 3", "--mutate requires a value")]
    [InlineData("a --mutate 3 9 --pairs", "--pairs has nothing to compare")]
    [InlineData("a --frobnicate", "no option '--frobnicate'")]
    [InlineData("a --langversion nine", "'nine' is not a version")]
    [InlineData("a --manifest /does/not/exist", "no file '/does/not/exist'")]
    [InlineData("--summary", "at least one document")]
    public void A_wrong_command_line_is_explained(string arguments, string words)
    {
        CommandLineException exception = Assert.Throws<CommandLineException>(() => CommandLine.Parse(arguments.Split(' ')));

        Assert.Contains(words, exception.Message);
    }
}
