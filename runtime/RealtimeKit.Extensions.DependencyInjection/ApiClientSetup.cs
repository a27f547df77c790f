using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Holds the options of a client, so that the options system does not need to know their type.</summary>
internal sealed class ApiClientSetup
{
    public ApiClientOptions? Options { get; set; }
}
