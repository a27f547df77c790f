using RealtimeKit.Gen.Tests.Walls.Il;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>
/// Checks which methods of NSwag and NJsonSchema the generator can reach, by the code of the packed assemblies. Both libraries
/// refer to assemblies that the package does not contain. A method that uses such an assembly fails when it is first run,
/// possibly for a single document.
/// </summary>
public sealed class ForeignReachTests : IDisposable
{
    private static readonly string[] _ours = ["RealtimeKit.Gen"];

    /// <summary>
    /// The assemblies of the platform and of the compiler, and those that a compiler contains if its platform lacks them.
    /// </summary>
    private static readonly string[] _ofCompiler =
        ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory"];

    private readonly AssemblyImage[] _images = Directory.EnumerateFiles(PackedGenerator.Folder, "*.dll")
        .Order(StringComparer.Ordinal)
        .Select(static file => new AssemblyImage(file))
        .ToArray();

    public void Dispose() => Array.ForEach(_images, static image => image.Dispose());

    [Fact]
    public void Nothing_that_the_generator_can_run_names_an_assembly_that_is_not_in_the_package()
    {
        // Setting the type of a schema creates a Lazy of its raw form, which runs only if its value is read.
        var reach = new Reach(_images, static method => _ours.Contains(method.Assembly), static method =>
            method is { Type: "NJsonSchema::NJsonSchema.JsonSchema", Name: "ResetTypeRaw" });

        string[] missing = Missing(reach);

        Assert.True(missing.Length == 0, string.Join('\n', missing));
        Assert.DoesNotContain(
            reach.Methods.Where(static method => method.Text.Assembly == "NJsonSchema").SelectMany(static method => method.Image.Mentions(method)),
            static mention => mention.Method is { Name: "get_Value" } read && read.Type.EndsWith("::System.Lazy`1", StringComparison.Ordinal));
        Assert.Contains(reach.Methods, static method => method.Text is { Assembly: "NSwag.Core", Name: ".ctor" });
        Assert.Contains(reach.Methods, static method => method.Text is { Assembly: "NJsonSchema", Name: "set_Type" });
    }

    [Theory]
    [InlineData("NSwag.Core::NSwag.OpenApiDocument", "ToJson")]
    [InlineData("NJsonSchema::NJsonSchema.JsonSchema", "ToJson")]
    [InlineData("NJsonSchema::NJsonSchema.JsonSchema", "FromJsonAsync")]
    public void A_method_that_needs_more_would_be_found(string type, string name) =>
        Assert.NotEmpty(Missing(new Reach(_images, method => method.Type == type && method.Name == name)));

    [Fact]
    public void The_assemblies_that_are_not_searched_refer_to_the_platform_alone() => Assert.All(
        _images.Where(static image => image.Name is "YamlDotNet" or "NJsonSchema.Annotations"),
        static image => Assert.All(image.References, static name => Assert.Equal("netstandard", name)));

    private string[] Missing(Reach reach)
    {
        HashSet<string> present = [.. _images.Select(static image => image.Name), .. _ofCompiler];
        string[] missing = _images.SelectMany(static image => image.References)
            .Where(name => !present.Contains(name))
            .Distinct()
            .Select(static name => name + "::")
            .ToArray();
        bool Names(string text) => missing.Any(name => text.Contains(name, StringComparison.Ordinal));

        IEnumerable<string> methods =
            from method in reach.Methods
            let mention = method.Image.Mentions(method)
                .FirstOrDefault(mention => Names(mention.Type) || mention.Arguments.Any(Names) || Names(mention.Method?.Signature ?? ""))
            where mention is not null
            select $"{mention} in {reach.WayTo(method.Text)}";
        return
        [
            .. reach.Types.Where(type => Names(type.Base) || type.Interfaces.Any(Names)).Select(static type => $"{type.Name} is a {type.Base}"),
            .. methods,
        ];
    }
}
