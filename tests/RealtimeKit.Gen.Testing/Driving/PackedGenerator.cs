using System.Reflection;
using Microsoft.CodeAnalysis;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>The packed generator: loaded from the files that <c>dotnet pack</c> puts into <c>analyzers/dotnet/cs</c>.</summary>
internal static class PackedGenerator
{
    /// <summary>Gets the folder in which each build of the generator lays out the analyzer folder of the package.</summary>
    public static string Folder { get; } = typeof(PackedGenerator).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "AnalyzerFolder").Value!;

    /// <summary>Gets the folder of the same assemblies with native code for Linux. Packing the generator creates them.</summary>
    public static string ReadyToRunFolder { get; } = Path.GetFullPath(Path.Combine(Folder, "..", "..", "..", "tools", "linux-x64"));

    private static readonly Lazy<PackageLoadContext> _context = new(static () => new PackageLoadContext(Folder));

    private static readonly Lazy<Type> _type = new(static () => TypeIn(_context.Value));

    /// <summary>Gets the assemblies that the generator tried to load and that a user's compiler would not find.</summary>
    public static IReadOnlyCollection<string> Missing => _context.Value.Missing;

    /// <summary>Gets the names of the assemblies in the package.</summary>
    public static IEnumerable<string> Assemblies => _context.Value.Assemblies.Select(static assembly => assembly.GetName().Name!);

    public static IIncrementalGenerator Create() => (IIncrementalGenerator)Activator.CreateInstance(_type.Value)!;

    /// <summary>Creates the generator with native code, as a compiler on Linux does.</summary>
    public static IIncrementalGenerator CreateReadyToRun()
        => (IIncrementalGenerator)Activator.CreateInstance(TypeIn(new PackageLoadContext(ReadyToRunFolder, fromFiles: true)))!;

    private static Type TypeIn(PackageLoadContext context)
        => context.LoadFromAssemblyName(new AssemblyName("RealtimeKit.Gen")).GetType("RealtimeKit.Gen.ClientGenerator", throwOnError: true)!;
}
