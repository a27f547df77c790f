using Mono.Cecil;
using Mono.Cecil.Cil;

namespace RealtimeKit.Gen.Renaming;

/// <summary>
/// Gives the libraries that travel with the generator names of their own, and changes every reference to them.
/// </summary>
/// <remarks>
/// A compiler knows an analyzer's dependency by its simple name alone: of two generators in one project that bring
/// YamlDotNet, both get the one that the build chose, or neither works. A name that nobody else uses cannot be chosen for
/// anybody else. A renamed assembly cannot keep its signature, and an analyzer needs none.
/// </remarks>
/// <param name="owner">The name of the generator's assembly, which stays as it is and becomes the prefix of the others.</param>
/// <param name="libraries">The names of the libraries.</param>
internal sealed class AssemblyRenamer(string owner, IEnumerable<string> libraries)
{
    /// <summary>The same input gives the same bytes: no time and no chance.</summary>
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

    /// <summary>The symbols of our own assembly travel in it; those of the libraries come in files that no package carries.</summary>
    private static ReaderParameters Reader(string file, IAssemblyResolver resolver)
    {
        using var module = ModuleDefinition.ReadModule(file);
        bool isEmbedded = module.HasDebugHeader && module.GetDebugHeader().Entries.Any(static entry => entry.Directory.Type == ImageDebugType.EmbeddedPortablePdb);
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
