using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>A security scheme of an API description.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecurityScheme
{
    /// <summary>Initializes a new instance for a scheme that is not an API key.</summary>
    /// <param name="name">The name of the scheme in the API description.</param>
    public SecurityScheme(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>Initializes a new instance for an API key.</summary>
    /// <param name="name">The name of the scheme in the API description.</param>
    /// <param name="keyName">The name of the header, query parameter or cookie.</param>
    /// <param name="keyLocation">Where the key is sent.</param>
    public SecurityScheme(string name, string keyName, ApiKeyLocation keyLocation)
        : this(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyName);
        KeyName = keyName;
        KeyLocation = keyLocation;
    }

    /// <summary>Gets the name of the scheme in the API description.</summary>
    public string Name { get; }

    /// <summary>Gets the name of the header, query parameter or cookie of an API key, or null for other schemes.</summary>
    public string? KeyName { get; }

    /// <summary>Gets where an API key is sent.</summary>
    public ApiKeyLocation KeyLocation { get; }
}
