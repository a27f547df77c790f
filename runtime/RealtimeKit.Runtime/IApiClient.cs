using System.ComponentModel;

namespace RealtimeKit.Runtime;

/// <summary>Lets dependency injection and tests create any client without reflection. Emitted clients implement it explicitly.</summary>
/// <typeparam name="TSelf">The type of the client.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IApiClient<TSelf>
    where TSelf : class, IApiClient<TSelf>
{
    /// <summary>Creates options of the client's own type, with the defaults of the API description.</summary>
    static abstract ApiClientOptions CreateOptions();

    /// <summary>Creates a client that uses an existing <see cref="HttpClient"/>.</summary>
    /// <param name="options">Options from <see cref="CreateOptions"/>.</param>
    /// <param name="httpClient">The client to use. The caller owns it.</param>
    static abstract TSelf Create(ApiClientOptions options, HttpClient httpClient);
}
