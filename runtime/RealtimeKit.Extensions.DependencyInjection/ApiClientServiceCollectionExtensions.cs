using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RealtimeKit.Extensions.DependencyInjection;
using RealtimeKit.Runtime;

// Such extensions are usually in the namespace of the services, so that no further using is necessary.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register emitted clients.</summary>
public static class ApiClientServiceCollectionExtensions
{
    /// <summary>Registers a client as a singleton, with options that all clients have.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add handlers.</returns>
    public static IHttpClientBuilder AddApiClient<TClient>(this IServiceCollection services, Action<ApiClientOptions> configure)
        where TClient : class, IApiClient<TClient>
        => services.AddApiClient<TClient, ApiClientOptions>(configure);

    /// <summary>Registers a client as a singleton, with its own type of options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add handlers.</returns>
    public static IHttpClientBuilder AddApiClient<TClient, TOptions>(this IServiceCollection services, Action<TOptions> configure)
        where TClient : class, IApiClient<TClient>
        where TOptions : ApiClientOptions
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add<TClient, TOptions>(services, null, (options, _) => configure(options));
    }

    /// <summary>Registers a client as a singleton, with its own type of options, set with the help of other services.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add handlers.</returns>
    public static IHttpClientBuilder AddApiClient<TClient, TOptions>(this IServiceCollection services, Action<TOptions, IServiceProvider> configure)
        where TClient : class, IApiClient<TClient>
        where TOptions : ApiClientOptions
        => Add<TClient, TOptions>(services, null, configure);

    /// <summary>Registers a client as a singleton, with options from configuration. A key without an option is an error.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration section of the options.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add handlers.</returns>
    public static IHttpClientBuilder AddApiClient<TClient>(this IServiceCollection services, IConfiguration configuration)
        where TClient : class, IApiClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add<TClient, ApiClientOptions>(services, null, (options, _) => ConfigurationReader.Read(configuration, options));
    }

    /// <summary>Registers one of several clients of the same type under a key, with its own options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add handlers.</returns>
    public static IHttpClientBuilder AddKeyedApiClient<TClient, TOptions>(this IServiceCollection services, string key, Action<TOptions> configure)
        where TClient : class, IApiClient<TClient>
        where TOptions : ApiClientOptions
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(configure);
        return Add<TClient, TOptions>(services, key, (options, _) => configure(options));
    }

    /// <summary>Registers one of several clients of the same type under a key, with options from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key.</param>
    /// <param name="configuration">The configuration section of the options.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, for example to add handlers.</returns>
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

        // The full name distinguishes two clients of the same name in two namespaces.
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
        if (!services.Any(service => !service.IsKeyedService && service.ImplementationInstance is SingleSendFilter filter && filter.ClientName == name))
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new SingleSendFilter(name));
        }

        if (key is null)
        {
            services.AddSingleton(provider => Create<TClient>(provider, name));
        }
        else
        {
            services.AddKeyedSingleton(key, (provider, _) => Create<TClient>(provider, name));
        }

        return services.AddHttpClient(name)

            // The logger of .NET logs paths, which contain ids, and on .NET 8 also queries, which may contain keys.
            .RemoveAllLoggers()
            .AddLogger(static provider => new ApiClientLogger(provider.GetService<ILoggerFactory>()), wrapHandlersPipeline: false)
            .ConfigurePrimaryHttpMessageHandler(static () => ApiTransport.CreatePlatformHandler())

            // The handlers so far were added for every client. Those that are added to this client later are intended and remain.
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => AmbientHandlers.Remove(handlers))

            // The client is a singleton. The primary handler renews its connections itself.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
    }

    private static TClient Create<TClient>(IServiceProvider provider, string name)
        where TClient : class, IApiClient<TClient>
        => TClient.Create(
            provider.GetRequiredService<IOptionsMonitor<ApiClientSetup>>().Get(name).Options!,
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(name));
}
