using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Tests.Options;

/// <summary>Finds the files of the project that a text names, whatever is around the name.</summary>
public class MentionedFilesTests
{
    [Theory]
    [InlineData("$ref: pets.yaml")]
    [InlineData("$ref: './pets.yaml#/Pet'")]
    [InlineData("{ \"$ref\": \"..\\/models\\/pets.yaml\" }")]
    [InlineData("{$ref: pets.yaml}")]
    [InlineData("[pets.yaml,other.yaml]")]
    [InlineData("pets.yaml")]
    [InlineData("a\r\npets.yaml\r\nb")]
    [InlineData("https://example.com/pets.yaml?x=1")]
    public void A_name_is_found(string text) =>
        Assert.Equal(["/project/models/pets.yaml"], Files("/project/models/pets.yaml", "/project/cats.yaml").Take(text).Select(static file => file.Path));

    [Theory]
    [InlineData("")]
    [InlineData("pets")]
    [InlineData("carpets.yaml")]
    [InlineData("pets.yaml.bak")]
    [InlineData("pets-yaml")]
    public void Another_word_is_no_name(string text) => Assert.Empty(Files("/project/models/pets.yaml").Take(text));

    [Theory]
    [InlineData("$ref: 'my pets.yaml#/Pet'")]
    [InlineData("$ref: my%20pets.yaml")]
    [InlineData("{ \"$ref\": \"my\\u0020pets.yaml\" }")]
    [InlineData("$ref: \"my\\x20pets.yaml#/Pet\"")]
    public void A_name_may_hold_what_a_reference_spells_in_several_ways(string text) =>
        Assert.Equal(["/project/my pets.yaml"], Files("/project/my pets.yaml").Take(text).Select(static file => file.Path));

    [Theory]
    [InlineData("übersicht.yaml", "%C3%BCbersicht.yaml")]
    [InlineData("übersicht.yaml", "übersicht.yaml")]
    [InlineData("ü.yaml", "\"\\u00FC.yaml\"")]
    [InlineData("日本", "anything")]
    public void An_escape_in_front_of_the_rest_of_a_name_is_no_part_of_it(string name, string text) =>
        Assert.Equal(["/project/" + name], Files("/project/" + name).Take("$ref: " + text).Select(static file => file.Path));

    [Fact]
    public void Oddly_named_files_are_looked_up_and_not_searched_for_one_by_one()
    {
        const int Count = 20_000;
        MentionedFiles files = Files([.. Enumerable.Range(0, Count).Select(static i => $"/project/ü file{i}.yaml")]);

        Assert.All(Enumerable.Range(0, Count), i => Assert.Equal([$"/project/ü file{i}.yaml"], files.Take($"$ref: ü%20file{i}.yaml").Select(static file => file.Path)));
    }

    [Fact]
    public void Namesakes_are_all_found_and_none_of_them_twice()
    {
        MentionedFiles files = Files("/project/a/x.yaml", "/project/b/x.yaml");

        Assert.Equal(2, files.Take("x.yaml and x.yaml").Count);
        Assert.Empty(files.Take("x.yaml"));
    }

    private static MentionedFiles Files(params string[] paths) => new(paths.Select(static path => new SpecSource(path, "")));
}
