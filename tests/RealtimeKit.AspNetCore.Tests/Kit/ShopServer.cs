using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>The application, with the settings that this project's document was written for, and a client of it.</summary>
public sealed class ShopServer : IAsyncLifetime
{
    private readonly WebApplication _application = ShopApplication.Build(ShopDocument.Options);

    /// <summary>Gets the client.</summary>
    public ShopClient Client { get; private set; } = null!;

    /// <summary>Gets what the application received.</summary>
    public ReceivedValues Received => _application.Services.GetRequiredService<ReceivedValues>();

    /// <summary>Gets the endpoints that were called so far.</summary>
    public IReadOnlyCollection<string> CalledEndpoints => _application.Services.GetRequiredService<CalledEndpoints>().All;

    public async ValueTask InitializeAsync()
    {
        await _application.StartAsync(TestContext.Current.CancellationToken);
        Client = new(new() { BaseAddress = new(_application.Urls.First()) });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}
