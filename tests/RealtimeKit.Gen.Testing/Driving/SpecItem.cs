namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>A file and the metadata of its item, as the targets of the package pass them to the compiler.</summary>
/// <param name="Text">The file.</param>
/// <param name="Role"><c>spec</c>, <c>overlay</c>, <c>reference</c>, <c>names</c> or <c>project</c>.</param>
internal sealed record SpecItem(SpecFile Text, string Role)
{
    public const string Spec = "spec";
    public const string Overlay = "overlay";
    public const string Reference = "reference";
    public const string Names = "names";
    public const string Project = "project";

    /// <summary>Gets further metadata by name without the prefix: <c>ClientName</c>, <c>Operations</c> …</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
