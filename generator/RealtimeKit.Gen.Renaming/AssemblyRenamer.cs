using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RealtimeKit.Gen.Renaming;

/// <summary>
/// Renames the libraries in the generator's package, and every reference to them.
/// </summary>
/// <remarks>
/// A compiler identifies an analyzer's dependency by its simple name. If two generators in one project carry different
/// versions of YamlDotNet, both get the same one, and at least one of them can fail. A unique name avoids the conflict. A
/// renamed assembly loses its signature, which an analyzer does not need.
/// </remarks>
/// <param name="owner">The name of the generator's assembly. It stays unchanged and becomes the prefix of the others.</param>
/// <param name="libraries">The names of the libraries.</param>
internal sealed class AssemblyRenamer(string owner, IEnumerable<string> libraries)
{
    /// <summary>The same input gives the same bytes: the output contains no time and no random value.</summary>
    private static readonly WriterParameters _reproducible = new() { DeterministicMvid = true, Timestamp = 0 };

    private readonly Dictionary<string, string> _names = libraries.ToDictionary(static name => name, name => $"{owner}.{name}", StringComparer.Ordinal);

    /// <summary>Writes the assemblies into the folder, each under its new name.</summary>
    public void Write(IEnumerable<string> files, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in files)
        {
            using var resolver = new DefaultAssemblyResolver();
            resolver.AddSearchDirectory(Path.GetDirectoryName(Path.GetFullPath(file)));
            using var assembly = AssemblyDefinition.ReadAssembly(file, Reader(file, resolver));
            Rename(assembly);
            assembly.Write(Path.Combine(folder, assembly.Name.Name + ".dll"), Writer(assembly.MainModule));
        }
    }

    private void Rename(AssemblyDefinition assembly)
    {
        if (_names.TryGetValue(assembly.Name.Name, out string? name))
        {
            assembly.Name.Name = name;
            assembly.MainModule.Name = name + ".dll";
            assembly.Name.PublicKey = [];
            assembly.Name.HasPublicKey = false;
            assembly.MainModule.Attributes &= ~ModuleAttributes.StrongNameSigned;
        }

        foreach (AssemblyNameReference reference in assembly.Modules.SelectMany(static module => module.AssemblyReferences))
        {
            if (_names.TryGetValue(reference.Name, out string? referenced))
            {
                reference.Name = referenced;
                reference.PublicKeyToken = [];
            }
        }
    }

    /// <summary>The symbols of our own assembly are embedded. Those of the libraries are in files that no package contains.</summary>
    private static ReaderParameters Reader(string file, IAssemblyResolver resolver)
    {
        using var module = ModuleDefinition.ReadModule(file);
        bool isEmbedded = module.HasDebugHeader
            && module.GetDebugHeader().Entries.Any(static entry => entry.Directory.Type == ImageDebugType.EmbeddedPortablePdb);
        return new()
        {
            AssemblyResolver = resolver,
            ReadingMode = ReadingMode.Immediate,
            ReadSymbols = isEmbedded,
            SymbolReaderProvider = isEmbedded ? new EmbeddedPortablePdbReaderProvider() : null,
        };
    }

    private static WriterParameters Writer(ModuleDefinition module) => !module.HasSymbols ? _reproducible : new()
    {
        DeterministicMvid = _reproducible.DeterministicMvid,
        Timestamp = _reproducible.Timestamp,
        WriteSymbols = true,
        SymbolWriterProvider = new EmbeddedPortablePdbWriterProvider(),
    };
}
