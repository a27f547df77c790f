using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>What one <c>OpenApiClient</c> item asks for, checked and with its defaults filled in.</summary>
internal sealed record ClientOptions
{
    /// <summary>The C# name of the client class.</summary>
    public required string ClientName { get; init; }

    public required string Namespace { get; init; }

    public ClientAccessibility Accessibility { get; init; }

    /// <summary>The member of a success envelope that is the result proper, for example <c>data</c>; empty for none.</summary>
    public string ResultProperty { get; init; } = "";

    /// <summary>Whether descriptions become XML documentation. Off, an edit of a description changes nothing.</summary>
    public bool Documentation { get; init; } = true;

    /// <summary>Globs over operationIds, tags and paths; empty selects all.</summary>
    public EquatableArray<string> Operations { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<string> Tags { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<string> Paths { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Full paths of the overlays, in the order in which they are applied.</summary>
    public EquatableArray<string> Overlays { get; init; } = EquatableArray<string>.Empty;
}
