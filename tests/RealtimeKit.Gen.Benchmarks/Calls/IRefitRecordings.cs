using Refit;

namespace RealtimeKit.Gen.Benchmarks.Calls;

/// <summary>The same two operations, as Refit calls them.</summary>
[Headers("Accept: application/json", "User-Agent: refit", "Authorization: Bearer token")]
internal interface IRefitRecordings
{
    [Get("/accounts/account/realtime/kit/app/recordings/{id}")]
    Task<EnvelopeTwin> GetAsync(Guid id);

    [Put("/accounts/account/realtime/kit/app/recordings/{id}")]
    Task<EnvelopeTwin> ActAsync(Guid id, [Body] ActionTwin action);
}
