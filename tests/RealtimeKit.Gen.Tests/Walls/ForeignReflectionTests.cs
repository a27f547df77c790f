using RealtimeKit.Gen.Tests.Walls.Il;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>
/// Checks that the generator uses no reflection on the types of NSwag and NJsonSchema. To print an enum or to find an attribute,
/// the platform resolves every attribute of the type. Their attributes are in Newtonsoft.Json, which the compiler does not have.
/// The test reads the packed code, since a list of banned members covers neither interpolated strings nor generic methods.
/// </summary>
public sealed class ForeignReflectionTests
{
    private const string Nullable = "netstandard::System.Nullable`1‹";

    private static readonly string[] _foreign = ["NSwag.Core::", "NJsonSchema::", "NJsonSchema.Annotations::"];

    /// <summary>The reflection that the generator needs: the fields of its list of rules, and the equality of records.</summary>
    private static readonly string[] _allowed =
        ["System.Type.GetTypeFromHandle", "System.Type.op_Equality", "System.Type.GetFields", "System.Reflection.FieldInfo.GetValue"];

    private static readonly HashSet<string> _enums = Directory.EnumerateFiles(PackedGenerator.Folder, "RealtimeKit.Gen.N*.dll")
        .SelectMany(Enums)
        .ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void The_generator_reflects_on_nothing_foreign()
    {
        string[] faults = Faults(Path.Combine(PackedGenerator.Folder, "RealtimeKit.Gen.dll"), static _ => true);

        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void The_foreign_enums_are_known()
    {
        Assert.Contains("NSwag.Core::NSwag.OpenApiParameterKind", _enums);
        Assert.Contains(_enums, static name => name.EndsWith("::NJsonSchema.JsonObjectType", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(ForeignReflectionSamples.Prints))]
    [InlineData(nameof(ForeignReflectionSamples.PrintsWhatMayBeNull))]
    [InlineData(nameof(ForeignReflectionSamples.Interpolates))]
    [InlineData(nameof(ForeignReflectionSamples.Concatenates))]
    [InlineData(nameof(ForeignReflectionSamples.Joins))]
    [InlineData(nameof(ForeignReflectionSamples.AsksForAFlag))]
    [InlineData(nameof(ForeignReflectionSamples.Parses))]
    [InlineData(nameof(ForeignReflectionSamples.AsksWhetherItIsDefined))]
    [InlineData(nameof(ForeignReflectionSamples.LooksForAttributes))]
    [InlineData(nameof(ForeignReflectionSamples.LooksForAnAttributeOfAnObject))]
    [InlineData(nameof(ForeignReflectionSamples.ListsProperties))]
    public void A_call_of_that_kind_would_be_found(string sample) =>
        Assert.NotEmpty(Faults(typeof(ForeignReflectionSamples).Assembly.Location, method =>
            method.Type.EndsWith(nameof(ForeignReflectionSamples), StringComparison.Ordinal) && method.Name == sample));

    private static string[] Faults(string file, Func<MethodText, bool> isConcerned)
    {
        using var image = new AssemblyImage(file);
        return
        [
            .. from method in image.Methods().Where(method => isConcerned(method.Text))
               from mention in image.Mentions(method)
               where IsFault(mention)
               select $"{method.Text}: {mention}",
        ];
    }

    private static bool IsFault(Mention mention) => mention switch
    {
        { Code: "box" or "constrained." } => _enums.Contains(Unwrapped(mention.Type)),
        { Code: "ldtoken" } => IsForeign(mention.Type),
        { Method: { } method } => IsOfReflection(method) || IsOverEnum(mention.Type)
            || mention.Arguments.Any(static argument => _enums.Any(name => argument.Contains(name, StringComparison.Ordinal))),
        _ => false,
    };

    private static bool IsOfReflection(MethodText method)
    {
        string type = method.Type[(method.Type.IndexOf("::", StringComparison.Ordinal) + 2)..];
        return (type is "System.Enum" or "System.Attribute" or "System.Activator" && method.Name != ".ctor")
            || ((type == "System.Type" || type.StartsWith("System.Reflection.", StringComparison.Ordinal)) && !_allowed.Contains($"{type}.{method.Name}"));
    }

    /// <summary>
    /// A collection or comparer of a foreign enum formats, compares and hashes its values through methods that no list of banned
    /// members contains.
    /// </summary>
    private static bool IsOverEnum(string type) => type.Contains('‹', StringComparison.Ordinal)
        && !type.Contains("::System.Nullable`1‹", StringComparison.Ordinal)
        && _enums.Any(name => type.Contains(name, StringComparison.Ordinal));

    private static bool IsForeign(string type) => _foreign.Any(foreign => type.Contains(foreign, StringComparison.Ordinal));

    private static string Unwrapped(string type) =>
        type.Replace(Nullable, "", StringComparison.Ordinal).Replace("System.Runtime::System.Nullable`1‹", "", StringComparison.Ordinal).TrimEnd('›');

    private static string[] Enums(string file)
    {
        using var image = new AssemblyImage(file);
        return [.. image.Types().Where(static type => type.Base == "netstandard::System.Enum").Select(static type => type.Name)];
    }
}
