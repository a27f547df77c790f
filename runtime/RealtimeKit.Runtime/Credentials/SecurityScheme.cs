using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>A way to prove who calls, as the document describes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SecurityScheme
{
    /// <summary>A scheme whose credential goes where its kind says.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    public SecurityScheme(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>An API key, which goes where the document says.</summary>
    /// <param name="name">The scheme's name in the document.</param>
    /// <param name="keyName">The name of the header, query parameter or cookie.</param>
    /// <param name="keyLocation">Where the key is sent.</param>
    public SecurityScheme(string name, string keyName, ApiKeyLocation keyLocation)
        : this(name)
    {
        ArgumentException.ThrowIfNullOrEmpty(keyName);
        KeyName = keyName;
        KeyLocation = keyLocation;
    }

    /// <summary>The scheme's name in the document.</summary>
    public string Name { get; }

    /// <summary>The name of the header, query parameter or cookie of an API key; null for other kinds.</summary>
    public string? KeyName { get; }

    /// <summary>Where an API key is sent.</summary>
    public ApiKeyLocation KeyLocation { get; }
}
