using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Corpus.Driving;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Emission;

/// <summary>What the compiler has to load for us: the five assemblies of the package, and no JSON library with them.</summary>
public class LoadedAssembliesTests
{
    private static readonly string[] _package = ["NJsonSchema", "NJsonSchema.Annotations", "NSwag.Core", "RealtimeKit.Gen", "YamlDotNet"];

    [Fact]
    public void Generating_loads_the_assemblies_of_the_package_and_nothing_else()
    {
        AnalyzerContext context = new();
        Type generator = context.LoadFromAssemblyPath(typeof(ClientGenerator).Assembly.Location).GetType(typeof(ClientGenerator).FullName!)!;
        SpecItem[] items =
        [
            new(new SpecText("/project/recordings.yaml", BundledSpec.Text), SpecItem.Spec)
            {
                Metadata = new Dictionary<string, string>(BundledSpec.Options) { ["Overlay"] = "/project/recordings.overlay.yaml" },
            },
            new(new SpecText("/project/recordings.overlay.yaml", BundledSpec.Overlay), SpecItem.Overlay),
        ];

        GeneratorDriverRunResult result = CSharpGeneratorDriver
            .Create(
                [((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator()],
                items.Select(static item => item.Text),
                GeneratorRunner.ParseOptions,
                new ProjectOptions(items, rootNamespace: "Consumer"))
            .RunGenerators(ClientCompilation.Create(GeneratorRunner.ParseOptions, ""), TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Null(result.Results[0].Exception);
        Assert.NotEmpty(result.GeneratedTrees);
        Assert.Equal(_package, context.Assemblies.Select(static assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(context.Asked, static name => name is "Newtonsoft.Json" or "System.Text.Json" or "Namotion.Reflection");
    }

    /// <summary>Loads what the package holds as the compiler does, in a context of its own; all else is the host's.</summary>
    private sealed class AnalyzerContext() : AssemblyLoadContext("package")
    {
        public HashSet<string> Asked { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            lock (Asked)
            {
                Asked.Add(assemblyName.Name!);
            }

            return _package.Contains(assemblyName.Name)
                ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll"))
                : null;
        }
    }
}
