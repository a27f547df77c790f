using System.ComponentModel;

namespace RealtimeKit.Runtime.Wire;

/// <summary>What a document says of the credentials of its client.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ClientSecurity
{
    /// <summary>What a document says.</summary>
    /// <param name="isRequired">Whether some operation cannot be called without a credential.</param>
    /// <param name="schemes">The schemes whose credentials travel with the requests.</param>
    public ClientSecurity(bool isRequired, params SecurityScheme[] schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        IsRequired = isRequired;
        Schemes = schemes;
    }

    /// <summary>Of a document that says nothing.</summary>
    public static ClientSecurity None { get; } = new(false);

    /// <summary>Whether some operation cannot be called without a credential.</summary>
    public bool IsRequired { get; }

    /// <summary>The schemes whose credentials travel with the requests.</summary>
    public IReadOnlyList<SecurityScheme> Schemes { get; }
}
