using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>
/// Loads the generator as a compiler does: with the assemblies of the analyzer folder, of the compiler and of the platform.
/// Other assemblies of this program are not found.
/// </summary>
internal sealed class PackageLoadContext : AssemblyLoadContext
{
    private static readonly string _platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Assemblies of this platform that some platforms of the 4.8 compiler do not have.</summary>
    private static readonly HashSet<string> _ofNewerPlatforms =
        new(StringComparer.OrdinalIgnoreCase) { "System.Text.Json", "System.Text.Encodings.Web", "System.IO.Pipelines" };

    private readonly Dictionary<string, Assembly> _package;
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes a new instance with the assemblies of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fromFiles">
    /// True to load them from their files, which uses their native code. False to load them from their bytes, so that a later build
    /// does not change the code of a running test.
    /// </param>
    public PackageLoadContext(string folder, bool fromFiles = false)
        : base("package")
    {
        _package = Directory.EnumerateFiles(folder, "*.dll").ToDictionary(
            static file => Path.GetFileNameWithoutExtension(file),
            file => fromFiles ? LoadFromAssemblyPath(file) : LoadFromStream(new MemoryStream(File.ReadAllBytes(file))),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gets the assemblies that were requested and not found.</summary>
    public IReadOnlyCollection<string> Missing => _missing.Keys.Order(StringComparer.Ordinal).ToArray();

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (_package.TryGetValue(name, out Assembly? assembly))
        {
            return assembly;
        }

        if (name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp" || IsOfPlatform(name))
        {
            return null;
        }

        _missing[name] = true;
        throw new FileNotFoundException($"'{name}' is neither in the package nor part of the compiler or of its platform.");
    }

    private static bool IsOfPlatform(string name) => !_ofNewerPlatforms.Contains(name) && File.Exists(Path.Combine(_platform, name + ".dll"));
}
