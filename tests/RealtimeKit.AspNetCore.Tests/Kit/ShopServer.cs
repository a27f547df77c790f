using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>The application, with the settings for which the document of this project was written, and a client.</summary>
public sealed class ShopServer : IAsyncLifetime
{
    private readonly WebApplication _application = ShopApplication.Build(ShopDocument.Options);

    /// <summary>Gets the client.</summary>
    public ShopClient Client { get; private set; } = null!;

    /// <summary>Gets the values that the application received.</summary>
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
