using System.ComponentModel;

namespace RealtimeKit.Runtime;

/// <summary>
/// How others build a client without knowing it: dependency injection and tests do it through this, so that no
/// reflection is needed. Emitted clients implement it explicitly.
/// </summary>
/// <typeparam name="TSelf">The client.</typeparam>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public interface IApiClient<TSelf>
    where TSelf : class, IApiClient<TSelf>
{
    /// <summary>New options of the client's own type, as the document says.</summary>
    static abstract ApiClientOptions CreateOptions();

    /// <summary>A client over a borrowed <see cref="HttpClient"/>.</summary>
    /// <param name="options">What <see cref="CreateOptions"/> gave, filled in.</param>
    /// <param name="httpClient">A client that stays the caller's.</param>
    static abstract TSelf Create(ApiClientOptions options, HttpClient httpClient);
}
