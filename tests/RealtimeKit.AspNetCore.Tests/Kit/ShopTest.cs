namespace RealtimeKit.AspNetCore.Tests.Kit;

/// <summary>Tests of the client of this project's document, against the application itself over HTTP.</summary>
public abstract class ShopTest(ShopServer server) : IClassFixture<ShopServer>
{
    /// <summary>Gets the client.</summary>
    protected ShopClient Shop => server.Client;

    /// <summary>Gets the values that the application received.</summary>
    protected ReceivedValues Received => server.Received;

    /// <summary>Returns the exception that a call throws, and the body of the response.</summary>
    protected static async Task<(ApiStatusException Exception, TBody Body)> RefusedAsync<TBody>(Func<Task> call)
    {
        ApiStatusException exception = await Assert.ThrowsAnyAsync<ApiStatusException>(call);
        return (exception, Assert.IsType<TBody>(exception.Body));
    }
}
