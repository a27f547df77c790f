using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Carries a client's options, whose own type the options system need not know.</summary>
internal sealed class ApiClientSetup
{
    public ApiClientOptions? Options { get; set; }
}
