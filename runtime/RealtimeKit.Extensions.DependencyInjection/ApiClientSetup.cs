using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Holds the options of a client, whatever their type is.</summary>
internal sealed class ApiClientSetup
{
    public ApiClientOptions? Options { get; set; }
}
