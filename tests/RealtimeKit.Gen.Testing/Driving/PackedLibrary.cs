namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>The libraries in the package. The build renames their assemblies, so that those of other analyzers are not used in their place.</summary>
internal static class PackedLibrary
{
    private const string Prefix = "RealtimeKit.Gen.";

    private static readonly string[] _names = ["NJsonSchema", "NJsonSchema.Annotations", "NSwag.Core", "YamlDotNet"];

    /// <summary>Gets the names that the assemblies have in the package.</summary>
    public static IReadOnlyList<string> PackedNames { get; } = [.. _names.Select(static name => Prefix + name)];

    /// <summary>Returns the original name of an assembly of the package, or the name of any other assembly.</summary>
    public static string OriginalName(string assembly) => PackedNames.Contains(assembly) ? assembly[Prefix.Length..] : assembly;
}
