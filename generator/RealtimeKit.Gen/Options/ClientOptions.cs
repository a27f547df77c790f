using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>The options of one <c>OpenApiClient</c> item, checked and with defaults.</summary>
internal sealed record ClientOptions
{
    /// <summary>Gets the C# name of the client class.</summary>
    public required string ClientName { get; init; }

    public required string Namespace { get; init; }

    public ClientAccessibility Accessibility { get; init; }

    /// <summary>Gets the property of a success envelope that contains the result, for example <c>data</c>; empty for none.</summary>
    public string ResultProperty { get; init; } = "";

    /// <summary>Gets whether descriptions become XML documentation. If not, editing a description changes nothing.</summary>
    public bool Documentation { get; init; } = true;

    /// <summary>Gets whether inline schemas with the same members share one type.</summary>
    public bool ShareTypes { get; init; } = true;

    /// <summary>Gets whether names of methods omit what the name of their class says.</summary>
    public OperationNaming OperationNames { get; init; }

    /// <summary>Gets where a property that may be absent or null is an <c>Optional</c>.</summary>
    public OptionalUse Optional { get; init; }

    /// <summary>Gets the .NET types of formats.</summary>
    public EquatableArray<FormatType> Formats { get; init; } = EquatableArray<FormatType>.Empty;

    /// <summary>Gets the full path of the names file; empty for none.</summary>
    public string Names { get; init; } = "";

    /// <summary>Gets whether the new text of the names file is emitted.</summary>
    public bool UpdatesNames { get; init; }

    /// <summary>Gets globs over operationIds, tags and paths; empty selects all.</summary>
    public EquatableArray<string> Operations { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<string> Tags { get; init; } = EquatableArray<string>.Empty;

    public EquatableArray<string> Paths { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Gets the full paths of the overlays, in the order in which they are applied.</summary>
    public EquatableArray<string> Overlays { get; init; } = EquatableArray<string>.Empty;
}
