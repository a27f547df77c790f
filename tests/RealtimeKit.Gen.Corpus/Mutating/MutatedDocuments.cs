using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RealtimeKit.Gen.Corpus.Documents;
using RealtimeKit.Gen.Testing.Trees;

namespace RealtimeKit.Gen.Corpus.Mutating;

/// <summary>
/// Writes damaged copies of small documents to a folder of their own, as JSON: the same ones for the same seed and documents. A document that
/// refers to other files is not used, since the folder does not have them.
/// </summary>
internal sealed class MutatedDocuments
{
    private const long MostBytes = 30 * 1024;

    private const int LeastUses = 2;

    private static readonly string[] _roles = [DocumentRole.Positive, DocumentRole.Negative, DocumentRole.Unknown];

    private static readonly JsonSerializerOptions _indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 4 * TreeReader.MaxDepth,
    };

    private readonly Random _random;

    private MutatedDocuments(int seed)
    {
        _random = new Random(seed);
        Folder = Directory.CreateTempSubdirectory("rtk-mutated-").FullName;
    }

    public string Folder { get; }

    public IReadOnlyList<DocumentRequest> Requests { get; private set; } = [];

    /// <param name="mutation">How many documents, and the seed.</param>
    /// <param name="documents">The documents of which copies are damaged.</param>
    public static MutatedDocuments Create(Mutation mutation, IEnumerable<DocumentRequest> documents)
    {
        var created = new MutatedDocuments(mutation.Seed);
        List<(string Name, JsonObject Tree)> originals = created.Pick(documents, mutation.Count);
        var mutator = new TreeMutator(created._random, VocabularyOf(originals.Select(static original => original.Tree)));
        created.Requests = originals.Select((original, index) => created.Write(index, original.Name, original.Tree, mutator)).ToArray();
        return created;
    }

    /// <summary>Deletes the documents that are not named, and prints where the named ones are. Deletes the folder if there is none.</summary>
    public void Keep(IEnumerable<string> names, TextWriter output)
    {
        HashSet<string> kept = names.ToHashSet(StringComparer.Ordinal);
        foreach (DocumentRequest request in Requests.Where(request => !kept.Contains(request.Name)))
        {
            File.Delete(request.File);
        }

        if (kept.Count == 0)
        {
            Directory.Delete(Folder, recursive: true);
        }
        else
        {
            output.WriteLine($"The documents that failed are in {Folder}");
        }
    }

    /// <summary>Picks documents at random, one possibly several times, each with a tree of its own.</summary>
    private List<(string Name, JsonObject Tree)> Pick(IEnumerable<DocumentRequest> documents, int count)
    {
        DocumentRequest[] eligible = documents
            .Where(static document => document.Bytes <= MostBytes && _roles.Contains(document.Role))
            .OrderBy(static document => document.Name, StringComparer.Ordinal)
            .ToArray();
        var trees = new Dictionary<string, JsonObject?>(StringComparer.Ordinal);
        var picked = new List<(string, JsonObject)>();
        while (picked.Count < count && trees.Values.Count(static tree => tree is null) < eligible.Length)
        {
            DocumentRequest document = eligible[_random.Next(eligible.Length)];
            if (!trees.TryGetValue(document.File, out JsonObject? tree))
            {
                tree = Read(document.File);
                trees.Add(document.File, tree);
            }

            if (tree is not null)
            {
                picked.Add((document.Name, tree.DeepClone().AsObject()));
            }
        }

        return picked;
    }

    /// <returns>The document, or null if it is none, or refers to other files.</returns>
    private static JsonObject? Read(string file) =>
        TreeReader.Read(File.ReadAllText(file)) is { } tree
        && (tree["openapi"] ?? tree["swagger"]) is not null
        && ReferenceFinder.Find(file, tree).Count == 0
            ? TreeJson.Convert(tree) as JsonObject
            : null;

    /// <summary>Returns the keys that several mappings have, and not only one document by chance.</summary>
    private static string[] VocabularyOf(IEnumerable<JsonObject> trees) => trees
        .SelectMany(static tree => Slot.In(tree).Where(static slot => slot.Key.Length > 0).Select(static slot => slot.Key).Distinct(StringComparer.Ordinal))
        .GroupBy(static key => key, StringComparer.Ordinal)
        .Where(static uses => uses.Count() >= LeastUses)
        .Select(static uses => uses.Key)
        .Append("$ref")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .ToArray();

    private DocumentRequest Write(int index, string original, JsonObject tree, TreeMutator mutator)
    {
        mutator.Mutate(tree);
        string text = tree.ToJsonString(_indented);
        string name = string.Create(CultureInfo.InvariantCulture, $"{index:00000}-{Path.GetFileNameWithoutExtension(original)}.json");
        string file = Path.Combine(Folder, name);
        File.WriteAllText(file, text);
        return new DocumentRequest(name, file, Folder, DocumentRole.Mutated, new FileInfo(file).Length);
    }
}
