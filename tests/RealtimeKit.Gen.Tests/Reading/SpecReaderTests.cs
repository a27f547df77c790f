
namespace RealtimeKit.Gen.Tests.Reading;

public class SpecReaderTests
{
    [Theory]
    [InlineData("spec.json", "{\"a\": [1, 2.5, true, null, \"x\"]}")]
    [InlineData("spec.yaml", "{\"a\": [1, 2.5, true, null, \"x\"]}")]
    [InlineData("spec.yaml", "a: [1, 2.5, true, null, x]")]
    [InlineData("spec.yml", "a:\r\n- 1\r\n- 2.5\r\n- true\r\n-\r\n- 'x'\r\n")]
    [InlineData("spec.yaml", "\uFEFFa: [1, 2.5, true, null, x]")]
    [InlineData("spec.json", "\uFEFF{\"a\": [1, 2.5, true, null, \"x\"]}")]
    [InlineData("spec.yaml", "{a: [1, 2.5, true, null, x]}")]
    public void One_document_in_all_its_spellings_gives_one_tree(string path, string text)
    {
        Assert.Equal("{a: [1, 2.5, true, null, 'x']}", SpecText.Show(SpecText.Read(text, path)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    public void An_empty_text_is_refused_with_what_a_document_starts_with(string text)
    {
        Assert.Null(SpecText.Read(text, "spec.yaml", out string[] told));
        Assert.Equal(["RTK0001 (1,1): The text is empty; an OpenAPI document starts with 'openapi:' or 'swagger:'"], told);
    }

    [Fact]
    public void A_json_file_is_not_read_as_yaml()
    {
        Assert.Null(SpecText.Read("{a: 1}", "spec.json", out string[] told));
        Assert.Equal(["RTK0001 (1,2): 'a' must be in double quotes"], told);
    }
}
