using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Options;

/// <summary>Finds the files of the project whose names a text contains, in one pass over the text. A file is found once.</summary>
internal sealed class MentionedFiles
{
    /// <summary>
    /// The number of letters and digits at the end of an escape: <c>\t</c>, <c>%20</c>, <c>\x20</c>, <c>\u0020</c>,
    /// <c>\U00000020</c>.
    /// </summary>
    private static readonly int[] _escapes = [1, 2, 3, 5, 9];

    private readonly Dictionary<string, List<SpecSource>> _byName = new(StringComparer.Ordinal);

    /// <summary>The lengths of the names. Most words of a text have another length, so no string is created for them.</summary>
    private readonly HashSet<int> _lengths = [];

    /// <summary>
    /// Files whose names contain other characters, which a reference may spell in several ways (<c>my%20pets.yaml</c>, an escape
    /// of JSON): the longest part of each that has one spelling is looked for.
    /// </summary>
    private readonly Dictionary<string, List<SpecSource>> _byPart = new(StringComparer.Ordinal);
    private readonly HashSet<int> _partLengths = [];
    private readonly List<SpecSource> _partless = [];

    public MentionedFiles(IEnumerable<SpecSource> sources)
    {
        foreach (SpecSource source in sources)
        {
            string name = SpecPath.FileName(source.Path);
            if (!name.All(IsPlain))
            {
                AddOdd(source, name);
                continue;
            }

            Add(_byName, _lengths, name, source);
        }
    }

    /// <summary>Returns the files that the text names and that no earlier text named.</summary>
    public IReadOnlyList<SpecSource> Take(string text)
    {
        List<SpecSource> found = [.. _partless];
        _partless.Clear();
        if (_byName.Count + _byPart.Count == 0)
        {
            return found;
        }

        foreach (Word word in Words(text))
        {
            Take(_byName, _lengths, word, text, found);

            // An escape in front of a part ends in characters that look like a word: of "a%20pets.yaml" the word is "20pets.yaml".
            Take(_byPart, _partLengths, word, text, found);
            if (_byPart.Count > 0)
            {
                foreach (int length in _escapes.Where(length => length < word.Length))
                {
                    Take(_byPart, _partLengths, new Word(word.Start + length, word.Length - length), text, found);
                }
            }
        }

        return found;
    }

    private static void Add(Dictionary<string, List<SpecSource>> files, HashSet<int> lengths, string word, SpecSource source)
    {
        if (!files.TryGetValue(word, out List<SpecSource>? namesakes))
        {
            files[word] = namesakes = [];
        }

        namesakes.Add(source);
        lengths.Add(word.Length);
    }

    private static void Take(Dictionary<string, List<SpecSource>> files, HashSet<int> lengths, Word word, string text, List<SpecSource> found)
    {
        if (lengths.Contains(word.Length) && word.In(text) is var name && files.TryGetValue(name, out List<SpecSource>? namesakes))
        {
            found.AddRange(namesakes);
            files.Remove(name);
        }
    }

    private void AddOdd(SpecSource source, string name)
    {
        Word longest = Words(name).OrderByDescending(static word => word.Length).FirstOrDefault();
        if (longest.Length == 0)
        {
            _partless.Add(source);
            return;
        }

        Add(_byPart, _partLengths, longest.In(name), source);
    }

    /// <summary>Returns the runs of characters that every reference spells in the same way.</summary>
    private static IEnumerable<Word> Words(string text)
    {
        int start = 0;
        for (int index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && IsPlain(text[index]))
            {
                continue;
            }

            if (index > start)
            {
                yield return new Word(start, index - start);
            }

            start = index + 1;
        }
    }

    private static bool IsPlain(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_';

    private readonly record struct Word(int Start, int Length)
    {
        public string In(string text) => text.Substring(Start, Length);
    }
}
