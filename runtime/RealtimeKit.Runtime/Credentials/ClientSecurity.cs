using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>The credentials that an API description asks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClientSecurity
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="isRequired">True if at least one operation requires a credential.</param>
    /// <param name="schemes">The security schemes whose credentials are sent with requests.</param>
    public ClientSecurity(bool isRequired, params SecurityScheme[] schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        IsRequired = isRequired;
        Schemes = schemes;
    }

    /// <summary>Gets an instance without schemes, for an API description that asks for no credential.</summary>
    public static ClientSecurity None { get; } = new(false);

    /// <summary>Gets whether at least one operation requires a credential.</summary>
    public bool IsRequired { get; }

    /// <summary>Gets the security schemes whose credentials are sent with requests.</summary>
    public IReadOnlyList<SecurityScheme> Schemes { get; }
}
