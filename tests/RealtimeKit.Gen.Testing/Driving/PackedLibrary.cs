namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>The libraries that travel with the generator, whose assemblies the package renames so that nobody else's are taken for them.</summary>
internal static class PackedLibrary
{
    private const string Prefix = "RealtimeKit.Gen.";

    private static readonly string[] _names = ["NJsonSchema", "NJsonSchema.Annotations", "NSwag.Core", "YamlDotNet"];

    /// <summary>What the package calls them.</summary>
    public static IReadOnlyList<string> PackedNames { get; } = [.. _names.Select(static name => Prefix + name)];

    /// <summary>The name that a library's authors gave it; every other assembly's own name.</summary>
    public static string OriginalName(string assembly) => PackedNames.Contains(assembly) ? assembly[Prefix.Length..] : assembly;
}
