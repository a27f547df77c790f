using RealtimeKit.Gen.Corpus;
using RealtimeKit.Gen.Corpus.Documents;

namespace RealtimeKit.Gen.Tests.Corpus;

public sealed class DocumentFinderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rtk-corpus-").FullName;

    public DocumentFinderTests()
    {
        Write("good/a.yaml", 10);
        Write("good/b.json", 5000);
        Write("bad/c.yml", 20);
        Write("good/part.yaml", 10);
        Write("unlisted.yaml", 10);
        Write("notes.txt", 10);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_manifest_every_document_is_found_the_largest_first()
    {
        string[] names = Find(new() { Paths = [_folder] }).Select(static document => document.Name).ToArray();

        Assert.Equal("good/b.json", names[0]);
        Assert.Equal(["bad/c.yml", "good/a.yaml", "good/b.json", "good/part.yaml", "unlisted.yaml"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_manifest_at_the_root_gives_roles_and_excludes_fragments_and_unlisted_files()
    {
        WriteManifest();
        var finder = new DocumentFinder(new() { Paths = [_folder] });

        Assert.Equal(
            [("bad/c.yml", "negative"), ("good/a.yaml", "positive"), ("good/b.json", "positive")],
            finder.Find().Select(static document => (document.Name, document.Role)).Order());
        Assert.Equal(1, finder.Unlisted);
    }

    [Fact]
    public void A_given_manifest_applies_to_a_folder_below_it()
    {
        DocumentRequest[] found = Find(new() { Paths = [Path.Combine(_folder, "good")], Manifest = WriteManifest() }).ToArray();

        Assert.Equal([("a.yaml", "positive"), ("b.json", "positive")], found.Select(static document => (document.Name, document.Role)).Order());
    }

    [Fact]
    public void A_file_that_is_named_itself_is_found_whatever_its_role() =>
        Assert.Equal("fragment", Assert.Single(Find(new() { Paths = [Path.Combine(_folder, "good/part.yaml")], Manifest = WriteManifest() })).Role);

    [Fact]
    public void Documents_are_selected_by_role_and_by_text()
    {
        WriteManifest();

        Assert.Equal("bad/c.yml", Assert.Single(Find(new() { Paths = [_folder], Roles = new HashSet<string> { "negative" } })).Name);
        Assert.Equal("good/b.json", Assert.Single(Find(new() { Paths = [_folder], Match = "B.JSON" })).Name);
        Assert.DoesNotContain(Find(new() { Paths = [_folder], MaxKilobytes = 1 }), static document => document.Name == "good/b.json");
    }

    [Fact]
    public void A_missing_path_is_an_error() =>
        Assert.Throws<CommandLineException>(() => Find(new() { Paths = [Path.Combine(_folder, "nowhere")] }));

    [Fact]
    public void A_sample_is_the_same_each_time_and_takes_of_every_role_and_size()
    {
        DocumentRequest[] documents = Enumerable.Range(0, 500)
            .Select(static i => new DocumentRequest($"d{i}", $"/d{i}", "/", i % 10 == 0 ? "negative" : "positive", i < 480 ? 100 : 1_000_000))
            .ToArray();

        IReadOnlyList<DocumentRequest> sample = Sample.Take(documents, 20);

        Assert.Equal(20, sample.Distinct().Count());
        Assert.Equal(sample, Sample.Take(documents.Reverse().ToArray(), 20));
        Assert.Contains(sample, static document => document.Role == "negative");
        Assert.Contains(sample, static document => document.Bytes > 100);
        Assert.Equal(500, Sample.Take(documents, 1000).Count);
    }

    private static IReadOnlyList<DocumentRequest> Find(CorpusOptions options) => new DocumentFinder(options).Find();

    private string WriteManifest()
    {
        string manifest = Path.Combine(_folder, Manifest.FileName);
        File.WriteAllText(
            manifest, "path\tsize\trole\ngood/a.yaml\t1\tpositive\ngood/b.json\t1\tpositive\nbad/c.yml\t1\tnegative\ngood/part.yaml\t1\tfragment\n");
        return manifest;
    }

    private void Write(string name, int length)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, new string('#', length));
    }
}
