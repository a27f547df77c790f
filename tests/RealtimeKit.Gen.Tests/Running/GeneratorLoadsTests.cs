namespace RealtimeKit.Gen.Tests.Running;

/// <summary>Checks that only assemblies that the generator loads are recorded.</summary>
public class GeneratorLoadsTests
{
    [Theory]
    [InlineData(true, "System.Private.CoreLib", "NSwag.Core", "RealtimeKit.Gen", "Microsoft.CodeAnalysis", "RealtimeKit.Gen.Tests")]
    [InlineData(true, "System.Private.CoreLib", "RealtimeKit.Gen.NSwag.Core", "RealtimeKit.Gen", "Microsoft.CodeAnalysis", "RealtimeKit.Gen.Tests")]
    [InlineData(false, "System.Private.CoreLib", "NSwag.Core", "RealtimeKit.Gen.Corpus", "RealtimeKit.Gen.Tests")]
    [InlineData(false, "System.Private.CoreLib", "Newtonsoft.Json", "NSwag.Core", "RealtimeKit.Gen.Tests", "xunit.v3.core")]
    [InlineData(false, "System.Private.CoreLib", null)]
    public void The_innermost_own_frame_of_the_stack_decides(bool isByGenerator, params string?[] callers) =>
        Assert.Equal(isByGenerator, GeneratorLoads.IsByGenerator(callers));

    [Theory]
    [InlineData("Newtonsoft.Json", false)]
    [InlineData("Namotion.Reflection", false)]
    [InlineData("System.Collections.Concurrent", true)]
    [InlineData("YamlDotNet", true)]
    [InlineData("RealtimeKit.Gen.YamlDotNet", true)]
    public void The_package_the_compiler_and_the_platform_are_known(string name, bool isKnown) => Assert.Equal(isKnown, GeneratorLoads.IsKnown(name));
}
