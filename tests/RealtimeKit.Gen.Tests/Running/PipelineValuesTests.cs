using Microsoft.CodeAnalysis;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Tests.Running;

/// <summary>Tests that the runner detects foreign objects in the pipeline.</summary>
public class PipelineValuesTests
{
    [Fact]
    public void A_location_deep_in_a_value_is_found() =>
        Assert.Equal(
            "Model.Item1[].Value holds a Microsoft.CodeAnalysis.NoLocation", PipelineValues.FindForeign((new[] { new Box(Location.None) }, 1), "Model"));

    [Fact]
    public void A_concrete_type_of_an_abstract_one_is_found() =>
        Assert.NotNull(PipelineValues.FindForeign(new Box(ClientCompilation.Create(GeneratorRunner.ParseOptions)), "Model"));

    [Fact]
    public void A_node_of_the_reader_is_found() =>
        Assert.NotNull(PipelineValues.FindForeign(new Box(new SpecScalar(new SpecSource("a", "b"), default, SpecScalarKind.String, "b")), "Model"));

    [Fact]
    public void A_document_of_NSwag_is_found() =>
        Assert.NotNull(PipelineValues.FindForeign(new Box(new NJsonSchema.JsonSchema()), "Model"));

    [Fact]
    public void A_delegate_is_found() =>
        Assert.NotNull(PipelineValues.FindForeign(new Box(static () => 1), "Model"));

    [Fact]
    public void Plain_values_in_a_circle_are_passed()
    {
        var box = new Box(DiagnosticSeverity.Error);
        box.Value = new object[] { box, "text", 1.5m, new Box(null) };

        Assert.Null(PipelineValues.FindForeign(box, "Model"));
    }

    private sealed class Box(object? value)
    {
        public object? Value = value;
    }
}
