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
        AnalyzerContext context = Generate(
            new(new SpecText("/project/recordings.yaml", BundledSpec.Text), SpecItem.Spec)
            {
                Metadata = new Dictionary<string, string>(BundledSpec.Options) { ["Overlay"] = "/project/recordings.overlay.yaml" },
            },
            new(new SpecText("/project/recordings.overlay.yaml", BundledSpec.Overlay), SpecItem.Overlay));

        Assert.Equal(_package, context.Assemblies.Select(static assembly => assembly.GetName().Name!).Order(StringComparer.Ordinal));
    }

    /// <summary>Printing an enum makes the platform read the enum's attributes, and those of NSwag's are Newtonsoft.Json's.</summary>
    [Theory]
    [InlineData("parameters of one name in two places", """
        paths:
          /things/{id}:
            get:
              operationId: getThing
              parameters:
                - { name: id, in: path, required: true, schema: { type: string } }
                - { name: id, in: query, schema: { type: string, enum: [a, b] } }
                - { name: id, in: header, schema: { type: string, enum: [c, d] } }
                - { name: id, in: cookie, schema: { type: string } }
              responses: { '204': { description: Done. } }
        """)]
    [InlineData("an API key", """
        paths:
          /things:
            get:
              operationId: getThings
              responses: { '204': { description: Done. } }
        security: [ { inHeader: [] }, { inQuery: [] }, { inCookie: [] } ]
        components:
          securitySchemes:
            inHeader: { type: apiKey, in: header, name: X-Key }
            inQuery: { type: apiKey, in: query, name: key }
            inCookie: { type: apiKey, in: cookie, name: key }
        """)]
    [InlineData("a response header of two types", """
        paths:
          /things:
            get:
              operationId: getThings
              responses:
                '200': { description: Done., headers: { X-Count: { schema: { type: integer, format: int32 } }, X-List: { schema: { type: array, items: { type: string } } } } }
                '201': { description: Done., headers: { X-Count: { schema: { type: string } }, X-List: { schema: { type: array, items: { type: integer } } } } }
        """)]
    public void No_construct_needs_an_assembly_that_the_package_does_not_carry(string construct, string parts)
    {
        AnalyzerContext context = Generate(new SpecItem(new SpecText("/project/api.yaml", "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n" + parts), SpecItem.Spec));

        Assert.True(context.Missing.Count == 0, $"{construct} asked for {string.Join(", ", context.Missing)}");
    }

    private static AnalyzerContext Generate(params SpecItem[] items)
    {
        AnalyzerContext context = new();
        Type generator = context.LoadFromAssemblyPath(typeof(ClientGenerator).Assembly.Location).GetType(typeof(ClientGenerator).FullName!)!;
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
        return context;
    }


    /// <summary>
    /// Has what a compiler has: the assemblies of the package, its own and the platform's. What a test happens to have
    /// beside them is not there.
    /// </summary>
    private sealed class AnalyzerContext() : AssemblyLoadContext("package")
    {
        private static readonly string _platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        public HashSet<string> Missing { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            string name = assemblyName.Name!;
            if (_package.Contains(name))
            {
                return LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
            }

            if (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || File.Exists(Path.Combine(_platform, name + ".dll")))
            {
                return null;
            }

            lock (Missing)
            {
                Missing.Add(name);
            }

            throw new FileNotFoundException($"{name} is not in the package.");
        }
    }
}
