using RealtimeKit.Simulator;

// dotnet run --project tests/RealtimeKit.Simulator [port]
int port = args is [var first, ..] && int.TryParse(first, out int given) ? given : 0;

await using RecordingSimulator simulator = await RecordingSimulator.StartAsync(new() { Port = port, UploadDelay = TimeSpan.FromSeconds(10) });
SimulatedRecording recording = simulator.AddRecording();
string path = $"accounts/{simulator.Options.AccountId}/realtime/kit/{simulator.Options.AppId}/recordings/{recording.Id}";

Console.WriteLine($$"""
    The recording API is simulated at {{simulator.BaseAddress}}; Ctrl+C ends it. Try:

      curl {{simulator.BaseAddress}}{{path}} \
        -X PUT -H 'Authorization: Bearer {{simulator.Options.ApiToken}}' \
        -H 'Content-Type: application/json' -d '{"action":"stop"}'
    """);

await simulator.WaitForShutdownAsync();
