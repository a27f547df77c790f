namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Another generator, with its own libraries.</summary>
/// <param name="Id">The package that it comes in.</param>
/// <param name="References">The references of its project.</param>
/// <param name="Brings">The assemblies in its package.</param>
/// <param name="Answer">A string expression that uses the libraries while the compiler runs.</param>
internal sealed record OtherAnalyzer(string Id, string References, IReadOnlyList<string> Brings, string Answer)
{
    public const string Name = nameof(OtherAnalyzer);

    /// <summary>Older versions of the libraries, from their packages.</summary>
    public static OtherAnalyzer WithOlderLibraries { get; } = new(
        "OtherAnalyzer.Older",
        """
            <PackageReference Include="YamlDotNet" Version="11.2.1" PrivateAssets="all" />
            <PackageReference Include="NJsonSchema" Version="10.9.0" PrivateAssets="all" />
        """,
        ["YamlDotNet", "NJsonSchema", "Namotion.Reflection", "Newtonsoft.Json"],
        """
        ((YamlDotNet.RepresentationModel.YamlScalarNode)Parse("answer: 42").RootNode["answer"]).Value
            + " " + new NJsonSchema.JsonSchema { Type = NJsonSchema.JsonObjectType.Integer }.Type
            + " " + typeof(YamlDotNet.RepresentationModel.YamlStream).Assembly.GetName().Version.Major
            + " " + typeof(NJsonSchema.JsonSchema).Assembly.GetName().Version.Major
        """);

    /// <summary>
    /// Possible future versions of the libraries: the same names, a higher version, and none of the types that the generator
    /// uses.
    /// </summary>
    public static OtherAnalyzer WithNewerLibraries { get; } = new(
        "OtherAnalyzer.Newer",
        string.Concat(NewerLibraries.Select(static name => $"""    <ProjectReference Include="../{name}/{name}.csproj" PrivateAssets="all" />""" + "\n")),
        NewerLibraries,
        string.Join(" + ", NewerLibraries.Select(static name => $"""typeof({name}.Newer).Assembly.GetName().Version.Major""")) + """ + "" """);

    private static string[] NewerLibraries => ["YamlDotNet", "NJsonSchema", "NJsonSchema.Annotations", "NSwag.Core"];

    /// <summary>Writes the project of the generator, and those of the newer libraries.</summary>
    public ConsumerProject WriteTo(ConsumerProject project)
    {
        foreach (string library in NewerLibraries)
        {
            project
                .WithFile($"../{library}/{library}.csproj", """
                    <Project Sdk="Microsoft.NET.Sdk">
                      <PropertyGroup>
                        <TargetFramework>netstandard2.0</TargetFramework>
                        <AssemblyVersion>99.0.0.0</AssemblyVersion>
                      </PropertyGroup>
                    </Project>
                    """)
                .WithFile($"../{library}/Newer.cs", $$"""namespace {{library}} { public static class Newer { } }""");
        }

        return project.WithFile($"{Name}.csproj", ProjectFile).WithFile("OtherGenerator.cs", Generator);
    }

    private string ProjectFile => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>netstandard2.0</TargetFramework>
            <LangVersion>latest</LangVersion>
            <PackageId>{Id}</PackageId>
            <IncludeBuildOutput>false</IncludeBuildOutput>
            <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
            <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
            <NoWarn>$(NoWarn);NU5128;NU1903;RS1035;RS1036;RS2008</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
        {References}
            <Carried Include="{Name};{string.Join(';', Brings)}" />
            <None Include="@(Carried->'$(OutputPath)%(Identity).dll')" Pack="true" PackagePath="analyzers/dotnet/cs" Visible="false" />
          </ItemGroup>
        </Project>
        """;

    private string Generator => $$$""""
        using System.Linq;
        using Microsoft.CodeAnalysis;

        [Generator(LanguageNames.CSharp)]
        public sealed class OtherGenerator : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context)
            {
                var throws = context.CompilationProvider.Select(static (compilation, _) =>
                    compilation.Assembly.GetAttributes().Any(static attribute =>
                        attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is "throw"));
                context.RegisterSourceOutput(throws, static (production, told) =>
                {
                    if (told)
                    {
                        throw new System.InvalidOperationException("as told");
                    }

                    production.AddSource("OtherAnalyzer.g.cs", $$"""internal static class OtherAnalyzer { public const string Answer = "{{Answer()}}"; }""");
                });
            }

            private static string Answer() => {{{Answer}}};
        {{{(Answer.Contains("Parse(", StringComparison.Ordinal) ? ParseYaml : "")}}}
        }
        """";

    private const string ParseYaml = """

            private static YamlDotNet.RepresentationModel.YamlDocument Parse(string text)
            {
                var yaml = new YamlDotNet.RepresentationModel.YamlStream();
                yaml.Load(new System.IO.StringReader(text));
                return yaml.Documents[0];
            }
        """;
}
