using Microsoft.Extensions.Configuration;
using RealtimeKit.Runtime;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Sets options from configuration key by key, without reflection.</summary>
internal static class ConfigurationReader
{
    public static void Read(IConfiguration configuration, ApiClientOptions options)
    {
        if (configuration is IConfigurationSection section && !section.Exists())
        {
            throw new ArgumentException($"The configuration section '{section.Path}' is missing or empty.", nameof(configuration));
        }

        foreach ((string key, string? value) in configuration.AsEnumerable(makePathsRelative: true))
        {
            // A section has no value of its own; only its keys have.
            if (value is not null && key.Length > 0 && !TrySet(options, key, value))
            {
                throw new ArgumentException($"{options.GetType().Name} has no option '{key}'.", key);
            }
        }
    }

    private static bool TrySet(ApiClientOptions options, string key, string value)
    {
        try
        {
            return options.TrySet(key, value);
        }
        catch (ArgumentException exception) when (exception.ParamName != key)
        {
            // The exception names the parameter of a constructor or a property, which the author of a configuration never sees.
            throw new ArgumentException($"The value of '{key}' is not valid: {exception.Message}", key, exception);
        }
    }
}
