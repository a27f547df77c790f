using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Tests.Corpus;

public class ReferenceFinderTests
{
    [Theory]
    [InlineData("$ref: other.yaml", "/docs/other.yaml")]
    [InlineData("$ref: './other.yaml#/a/b'", "/docs/other.yaml")]
    [InlineData("$ref: '../up/other%20file.yaml#/a'", "/up/other file.yaml")]
    [InlineData("a: [{ b: { $ref: sub/other.json } }]", "/docs/sub/other.json")]
    [InlineData("discriminator: { propertyName: kind, mapping: { dog: 'dog.yaml#/Dog' } }", "/docs/dog.yaml")]
    public void A_relative_reference_names_a_file(string text, string file) =>
        Assert.Equal([file], ReferenceFinder.Find("/docs/api.yaml", TreeReader.Read(text)));

    [Theory]
    [InlineData("$ref: '#/a'")]
    [InlineData("$ref: 'api.yaml#/a'")]
    [InlineData("$ref: 'https://example.test/a.yaml'")]
    [InlineData("$ref: 'file:///etc/passwd'")]
    [InlineData("$ref: '//host/a.yaml'")]
    [InlineData("$ref: '/etc/passwd'")]
    [InlineData("$ref: 'C:\\a.yaml'")]
    [InlineData("$ref: { not: a reference }")]
    public void Anything_else_names_none(string text) =>
        Assert.Empty(ReferenceFinder.Find("/docs/api.yaml", TreeReader.Read(text)));
}
