using RecordingControl;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true; // Cancel the current call and close the simulator instead of ending the process.
    stopping.Cancel();
};

try
{
    switch (CommandLine.Parse(args))
    {
        case CommandLine.Help:
            Console.WriteLine(CommandLine.Usage);
            break;

        case CommandLine.Act act:
            await RealApi.RunAsync(act, stopping.Token);
            break;

        default:
            await LifeOfARecording.ShowAsync(stopping.Token);
            break;
    }

    return 0;
}
catch (Exception exception) when (Failure.Describe(exception) is { } failure)
{
    Console.Error.WriteLine(failure.Line);
    return failure.ExitCode;
}
