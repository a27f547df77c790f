using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RealtimeKit.Extensions.DependencyInjection;
using RealtimeKit.Runtime;

// The namespace of the services themselves, as is the habit of such extensions: nobody has to look for a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers emitted clients.</summary>
public static class ApiClientServiceCollectionExtensions
{
    /// <summary>Registers a client as a singleton, with the options every client has.</summary>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers to.</returns>
    public static IHttpClientBuilder AddApiClient<TClient>(this IServiceCollection services, Action<ApiClientOptions> configure)
        where TClient : class, IApiClient<TClient>
        => services.AddApiClient<TClient, ApiClientOptions>(configure);

    /// <summary>Registers a client as a singleton, with its own options.</summary>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers to.</returns>
    public static IHttpClientBuilder AddApiClient<TClient, TOptions>(this IServiceCollection services, Action<TOptions> configure)
        where TClient : class, IApiClient<TClient>
        where TOptions : ApiClientOptions
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add<TClient, TOptions>(services, null, (options, _) => configure(options));
    }

    /// <summary>Registers a client as a singleton, with its own options, filled in from other services.</summary>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers to.</returns>
    public static IHttpClientBuilder AddApiClient<TClient, TOptions>(this IServiceCollection services, Action<TOptions, IServiceProvider> configure)
        where TClient : class, IApiClient<TClient>
        where TOptions : ApiClientOptions
        => Add<TClient, TOptions>(services, null, configure);

    /// <summary>Registers a client as a singleton, with its options from configuration. A key no option has is an error.</summary>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers to.</returns>
    public static IHttpClientBuilder AddApiClient<TClient>(this IServiceCollection services, IConfiguration configuration)
        where TClient : class, IApiClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add<TClient, ApiClientOptions>(services, null, (options, _) => ConfigurationReader.Read(configuration, options));
    }

    /// <summary>Registers a client under a key, one of several of its type with different options.</summary>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers to.</returns>
    public static IHttpClientBuilder AddKeyedApiClient<TClient, TOptions>(this IServiceCollection services, string key, Action<TOptions> configure)
        where TClient : class, IApiClient<TClient>
        where TOptions : ApiClientOptions
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(configure);
        return Add<TClient, TOptions>(services, key, (options, _) => configure(options));
    }

    /// <summary>Registers a client under a key, with its options from configuration.</summary>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers to.</returns>
    public static IHttpClientBuilder AddKeyedApiClient<TClient>(this IServiceCollection services, string key, IConfiguration configuration)
        where TClient : class, IApiClient<TClient>
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add<TClient, ApiClientOptions>(services, key, (options, _) => ConfigurationReader.Read(configuration, options));
    }

    private static IHttpClientBuilder Add<TClient, TOptions>(IServiceCollection services, string? key, Action<TOptions, IServiceProvider> configure)
        where TClient : class, IApiClient<TClient>
        where TOptions : ApiClientOptions
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);

        // The full name: two clients of one name in two namespaces are two clients.
        string type = typeof(TClient).FullName ?? typeof(TClient).Name;
        string name = key is null ? type : $"{type}:{key}";
        services.AddOptions<ApiClientSetup>(name)
            .Configure<IServiceProvider>((setup, provider) =>
            {
                var options = (TOptions)TClient.CreateOptions();
                configure(options, provider);
                setup.Options = options;
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ApiClientSetup>>(new ApiClientSetupValidator(name));
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new SingleSendFilter(name));
        if (key is null)
        {
            services.AddSingleton(provider => Create<TClient>(provider, name));
        }
        else
        {
            services.AddKeyedSingleton(key, (provider, _) => Create<TClient>(provider, name));
        }

        return services.AddHttpClient(name)

            // The platform's logger writes paths, which hold ids, and on .NET 8 queries, which may hold keys.
            .RemoveAllLoggers()
            .AddLogger(static provider => new ApiClientLogger(provider.GetService<ILoggerFactory>()), wrapHandlersPipeline: false)
            .ConfigurePrimaryHttpMessageHandler(static () => ApiTransport.CreatePlatformHandler())

            // What is there by now was meant for every client; what is added to this one afterwards is meant and stays.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => AmbientHandlers.Remove(handlers))

            // The client is a singleton; the primary handler renews its own connections.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
    }

    private static TClient Create<TClient>(IServiceProvider provider, string name)
        where TClient : class, IApiClient<TClient>
        => TClient.Create(
            provider.GetRequiredService<IOptionsMonitor<ApiClientSetup>>().Get(name).Options!,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(name));
}
