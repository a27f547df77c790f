using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Options;

/// <summary>Finds the files of the project whose names a text holds, in one pass over the text. A file is found once.</summary>
internal sealed class MentionedFiles
{
    private readonly Dictionary<string, List<SpecSource>> _byName = new(StringComparer.Ordinal);

    /// <summary>Of the names: most words of a text are no name by their length already, and are not made a string of.</summary>
    private readonly HashSet<int> _lengths = [];

    /// <summary>
    /// Files whose names hold other characters, which a reference may spell in several ways (<c>my%20pets.yaml</c>, an
    /// escape of JSON): the longest part of each that has one spelling is looked for.
    /// </summary>
    private readonly List<(SpecSource Source, string Part)> _odd = [];

    public MentionedFiles(IEnumerable<SpecSource> sources)
    {
        foreach (SpecSource source in sources)
        {
            string name = SpecPath.FileName(source.Path);
            if (!name.All(IsPlain))
            {
                _odd.Add((source, Words(name).OrderByDescending(static word => word.Length).FirstOrDefault().In(name)));
                continue;
            }

            if (!_byName.TryGetValue(name, out List<SpecSource>? namesakes))
            {
                _byName[name] = namesakes = [];
            }

            namesakes.Add(source);
            _lengths.Add(name.Length);
        }
    }

    /// <summary>The files that the text names and that no text before it did.</summary>
    public IReadOnlyList<SpecSource> Take(string text)
    {
        List<SpecSource> found = _odd.FindAll(file => text.IndexOf(file.Part, StringComparison.Ordinal) >= 0).ConvertAll(static file => file.Source);
        _odd.RemoveAll(file => found.Contains(file.Source));
        if (_byName.Count > 0)
        {
            foreach (Word word in Words(text))
            {
                if (_lengths.Contains(word.Length) && word.In(text) is var name && _byName.TryGetValue(name, out List<SpecSource>? namesakes))
                {
                    found.AddRange(namesakes);
                    _byName.Remove(name);
                }
            }
        }

        return found;
    }

    /// <summary>The stretches of characters that a reference spells in one way.</summary>
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
