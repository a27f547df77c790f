using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RealtimeKit.Gen.Benchmarks.Builds;
using RealtimeKit.Gen.Benchmarks.Calls;
using RealtimeKit.Gen.Benchmarks.Cold;
using RealtimeKit.Gen.Benchmarks.Edits;
using RealtimeKit.Gen.Benchmarks.Json;
using RealtimeKit.Gen.Benchmarks.Keystroke;
using RealtimeKit.Gen.Benchmarks.Loopback;
using RealtimeKit.Gen.Benchmarks.Native;
using RealtimeKit.Gen.Benchmarks.Selection;
using RealtimeKit.Gen.Benchmarks.Transfers;
using RealtimeKit.Gen.Benchmarks.Whole;

switch (args)
{
    case ["builds", .. var documents]:
        await BuildsCommand.RunAsync(documents);
        return;
    case [MeasuredBuild.Parent, var folder]:
        await MeasuredBuild.RunAsParentAsync(folder);
        return;
    case ["calls"]:
        await CallsCommand.RunAsync();
        return;
    case ["json"]:
        await JsonCommand.RunAsync();
        return;
    case ["loopback"]:
        await LoopbackCommand.RunAsync();
        return;
    case ["transfers"]:
        await TransfersCommand.RunAsync();
        return;
    case ["native"]:
        await NativeCommand.RunAsync();
        return;
    case ["keystroke", .. var documents]:
        await KeystrokeCommand.RunAsync(documents);
        return;
    case ["edits", .. var documents]:
        await EditsCommand.RunAsync(documents);
        return;
    case ["cold", .. var documents]:
        await ColdCommand.RunAsync(documents);
        return;
    case ["selection", .. var documents]:
        await SelectionCommand.RunAsync(documents);
        return;
    case ["whole", .. var documents]:
        await WholeCommand.RunAsync(documents);
        return;
    case [ColdRun.Argument, var side, var document]:
        await ColdRun.RunAsync(side, document);
        return;
    case ["serve"]:
        await ServeCommand.RunAsync();
        return;
    case ["allocations", .. var kind]:
        await AllocationsCommand.RunAsync(kind.FirstOrDefault() ?? "get");
        return;
}

// Runs a short job in this process. All benchmarks take minutes, and no second build is needed, which would have to follow the
// rules of this repository. For numbers to publish, use --job Default on an idle machine.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.DontLogOutput).AsDefault())
    .AddDiagnoser(MemoryDiagnoser.Default)
    .HideColumns(Column.Error, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
