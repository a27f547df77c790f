namespace RealtimeKit.Gen.Tests.Package;

/// <summary>Somebody else's generator, which reads YAML with a YamlDotNet of another version.</summary>
internal static class OtherAnalyzer
{
    public static ConsumerProject Write(ConsumerProject project) => project
        .WithFile("OtherAnalyzer.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <IncludeBuildOutput>false</IncludeBuildOutput>
                <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
                <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
                <NoWarn>$(NoWarn);NU5128;RS1036;RS2008</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
                <PackageReference Include="YamlDotNet" Version="16.3.0" PrivateAssets="all" />
                <None Include="$(OutputPath)OtherAnalyzer.dll" Pack="true" PackagePath="analyzers/dotnet/cs" Visible="false" />
                <None Include="$(OutputPath)YamlDotNet.dll" Pack="true" PackagePath="analyzers/dotnet/cs" Visible="false" />
              </ItemGroup>
            </Project>
            """)
        .WithFile("OtherGenerator.cs", """"
            using System.Linq;
            using Microsoft.CodeAnalysis;
            using YamlDotNet.RepresentationModel;

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

                        var yaml = new YamlStream();
                        yaml.Load(new System.IO.StringReader("answer: 42"));
                        string answer = ((YamlScalarNode)yaml.Documents[0].RootNode["answer"]).Value!;
                        int major = typeof(YamlStream).Assembly.GetName().Version.Major;
                        production.AddSource("OtherAnalyzer.g.cs",
                            $$"""internal static class OtherAnalyzer { public const string YamlDotNet = "{{major}}: {{answer}}"; }""");
                    });
                }
            }
            """");
}
