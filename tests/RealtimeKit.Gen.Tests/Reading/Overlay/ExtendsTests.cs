using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Reading.Overlay;

/// <summary>Reports an overlay that names another document than the one to which it is applied.</summary>
public class ExtendsTests
{
    [Theory]
    [InlineData("other.yaml", "other.yaml")]
    [InlineData("https://example.org/v1/Spec.yaml", "Spec.yaml")]
    [InlineData("../a%20b.yaml#/x", "a b.yaml")]
    public void Another_file_name_is_reported(string extends, string named)
    {
        Reported reported = Run(extends).AssertReports("RTK0034", line: 2);

        Assert.Contains($"it refers to '{named}', but the overlay is applied to 'spec.yaml'", reported.Message, StringComparison.Ordinal);
        Assert.Equal("/project/spec.overlay.yaml", reported.File);
        Assert.Equal(10, reported.Column);
    }

    [Theory]
    [InlineData("spec.yaml")]
    [InlineData("./api/spec.yaml")]
    [InlineData("https://example.org/v1/spec.yaml?version=2#top")]
    [InlineData("https://example.org/v1/")]
    public void The_same_file_name_in_any_place_is_not(string extends) => Run(extends).AssertNoDiagnostics();

    private static GeneratorRun Run(string extends) => GeneratorRunner.Run(
    [
        new SpecItem(new SpecFile("/project/spec.yaml", SpecTexts.WithResponse("{ type: string }")), SpecItem.Spec)
        {
            Metadata = new Dictionary<string, string> { ["Overlay"] = "/project/spec.overlay.yaml" },
        },
        new SpecItem(new SpecFile("/project/spec.overlay.yaml", $$"""
            overlay: 1.0.0
            extends: '{{extends}}'
            info: { title: o, version: '1' }
            actions: [{ target: $.info, update: { title: New } }]
            """), SpecItem.Overlay),
    ]);
}
