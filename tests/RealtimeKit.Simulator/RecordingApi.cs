using System.Text.Json;

namespace RealtimeKit.Simulator;

/// <summary>The simulated service without a network: it returns a response for a request.</summary>
internal sealed class RecordingApi(RecordingSimulatorOptions options, IReadOnlyDictionary<Guid, SimulatedRecording> recordings)
{
    public SimulatedResponse Respond(ReceivedRequest request)
    {
        // client / v4 / accounts / {account} / realtime / kit / {app} / what / {id}
        string[] path = [.. request.Path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        if (path is not ["client", "v4", "accounts", var account, "realtime", "kit", var app, var what, .. var rest])
        {
            return NoRoute(request);
        }

        if (request.Header("Authorization") != $"Bearer {options.ApiToken}")
        {
            return what is "webhooks"
                ? SimulatedResponse.WebhookUnauthorized()
                : SimulatedResponse.GatewayError(403, 10000, "Authentication error");
        }

        if (account != options.AccountId)
        {
            return NoRoute(request);
        }

        if (app != options.AppId)
        {
            return SimulatedResponse.KitError(404, $"No app found for app_id {app}");
        }

        return (what, rest) switch
        {
            ("recordings", [var id]) => OneRecording(request, id),
            ("webhooks", []) => SimulatedResponse.Json(200, """{"success":true,"data":[]}"""),
            _ => NoRoute(request),
        };
    }

    private SimulatedResponse OneRecording(ReceivedRequest request, string id)
    {
        if (!Guid.TryParseExact(id, "D", out Guid recordingId))
        {
            return SimulatedResponse.KitError(400, """BAD_REQUEST: "recording_id" must be a valid GUID""");
        }

        if (!recordings.TryGetValue(recordingId, out SimulatedRecording? recording))
        {
            return SimulatedResponse.KitError(404, $"No recording found for recording_id {id}");
        }

        return request.Method switch
        {
            "GET" => RecordingResponse.Of(recording),
            "PUT" => Act(recording, request.Body),
            _ => NoRoute(request),
        };
    }

    private static SimulatedResponse Act(SimulatedRecording recording, string body)
    {
        if (ReadAction(body) is not { } action)
        {
            return SimulatedResponse.KitError(400, """BAD_REQUEST: "action" must be one of [stop, pause, resume]""");
        }

        return recording.TryAct(action)
            ? RecordingResponse.Of(recording)
            : SimulatedResponse.KitError(409, $"Cannot {action.ToString().ToLowerInvariant()} a recording in status {RecordingResponse.Word(recording.Status)}");
    }

    private static SimulatedAction? ReadAction(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("action", out JsonElement action)
                ? (action.ValueKind is JsonValueKind.String ? action.GetString() : null) switch
                {
                    "stop" => SimulatedAction.Stop,
                    "pause" => SimulatedAction.Pause,
                    "resume" => SimulatedAction.Resume,
                    _ => null,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SimulatedResponse NoRoute(ReceivedRequest request) =>
        SimulatedResponse.GatewayError(404, 7003, $"Could not route to {request.Path}, perhaps your object identifier is invalid?");
}
