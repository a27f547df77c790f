using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace RealtimeKit.Gen.Testing.Driving;

/// <summary>
/// Has what a compiler has when it loads the package: the assemblies of the analyzer folder, the compiler's own, and the
/// platform's. Whatever else lies beside this program is not there, as it is not there for a user.
/// </summary>
internal sealed class PackageLoadContext : AssemblyLoadContext
{
    private static readonly string _platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>Part of this platform, but not of every one that a compiler of 4.8 runs on.</summary>
    private static readonly HashSet<string> _ofNewerPlatforms =
        new(StringComparer.OrdinalIgnoreCase) { "System.Text.Json", "System.Text.Encodings.Web", "System.IO.Pipelines" };

    private readonly Dictionary<string, Assembly> _package;
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.OrdinalIgnoreCase);

    public PackageLoadContext(string folder)
        : base("package")
    {
        // From their bytes: a build that lays out the folder again must not change the code under a running test.
        _package = Directory.EnumerateFiles(folder, "*.dll").ToDictionary(
            static file => Path.GetFileNameWithoutExtension(file),
            file => LoadFromStream(new MemoryStream(File.ReadAllBytes(file))),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What was asked for and is not there.</summary>
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
