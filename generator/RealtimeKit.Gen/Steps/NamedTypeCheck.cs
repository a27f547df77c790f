using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;

namespace RealtimeKit.Gen.Steps;

/// <summary>Checks whether a .NET type can be part of a client.</summary>
internal static class NamedTypeCheck
{
    /// <summary>Returns the type, with a fault if it is internal and the client is public.</summary>
    public static NamedType For(NamedType type, ClientAccessibility accessibility) =>
        type.Type is not null && !type.IsPublic && accessibility == ClientAccessibility.Public
            ? type with { Type = null, Fault = "it is not public, but the client is; make it public, or set Accessibility=\"internal\" on the item" }
            : type;
}
