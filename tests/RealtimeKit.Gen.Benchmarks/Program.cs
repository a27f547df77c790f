using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RealtimeKit.Gen.Benchmarks.Builds;
using RealtimeKit.Gen.Benchmarks.Calls;
using RealtimeKit.Gen.Benchmarks.Json;
using RealtimeKit.Gen.Benchmarks.Loopback;
using RealtimeKit.Gen.Benchmarks.Native;

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
    case ["native"]:
        await NativeCommand.RunAsync();
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
