using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using RealtimeKit.Gen.Tests.Running;

[assembly: AssemblyFixture(typeof(GeneratorLoads))]

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>
/// Unit tests run the generator's own types in this process, beside assemblies that no user's compiler has. The assemblies that
/// the generator's code loads are therefore recorded. If one of them is not in the package, the test run fails at its end.
/// </summary>
public sealed class GeneratorLoads : IDisposable
{
    private const string Generator = "RealtimeKit.Gen";

    private static readonly string[] _package =
        ["NJsonSchema", "NJsonSchema.Annotations", "NSwag.Core", Generator, "YamlDotNet", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"];

    private static readonly string _platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly ConcurrentBag<string> _strangers = [];

    public GeneratorLoads() => AppDomain.CurrentDomain.AssemblyLoad += Note;

    public void Dispose()
    {
        AppDomain.CurrentDomain.AssemblyLoad -= Note;
        Assert.Empty(_strangers);
    }

    /// <summary>Returns whether the generator loads an assembly, and not a test or the corpus runner, which may use NSwag's parser.</summary>
    /// <param name="callers">The assemblies on the stack, innermost first.</param>
    internal static bool IsByGenerator(IEnumerable<string?> callers) => callers
        .Select(static name => name is null ? null : PackedLibrary.OriginalName(name))
        .FirstOrDefault(static name => name is Generator || name?.StartsWith(Generator + ".", StringComparison.Ordinal) is true) is Generator;

    internal static bool IsKnown(string name) => _package.Contains(PackedLibrary.OriginalName(name)) || File.Exists(Path.Combine(_platform, name + ".dll"));

    private void Note(object? sender, AssemblyLoadEventArgs args)
    {
        string name = args.LoadedAssembly.GetName().Name!;
        if (!args.LoadedAssembly.IsDynamic && !IsKnown(name)
            && IsByGenerator(new StackTrace().GetFrames().Select(static frame => frame.GetMethod()?.DeclaringType?.Assembly.GetName().Name)))
        {
            _strangers.Add(name);
        }
    }
}
