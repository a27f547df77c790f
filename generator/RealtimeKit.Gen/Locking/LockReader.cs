using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Naming;
using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Locking;

/// <summary>
/// Reads a names file. Each line is an entry, a comment that begins with <c>//</c>, or empty. The order has no meaning, and a
/// line may occur twice, so that two versions of a file can be merged line by line.
/// </summary>
internal sealed class LockReader(SpecSource source, DiagnosticBag diagnostics)
{
    private const string Separator = " = ";
    private const string Comment = "//";

    private static readonly string[] _conflicts = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    /// <summary>What ends a line for the compiler, so that the lines of diagnostics are those of an editor.</summary>
    private static readonly char[] _lineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    private readonly Dictionary<string, LockEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Returns the entries by key.</summary>
    public Dictionary<string, LockEntry> Read()
    {
        int line = 0;
        for (int start = 0; start < source.Text.Length; line++)
        {
            int end = source.Text.IndexOfAny(_lineEnds, start);
            end = end < 0 ? source.Text.Length : end;
            string text = source.Text.Substring(start, end - start).TrimEnd();
            if (text.Length > 0 && !text.StartsWith(Comment, StringComparison.Ordinal))
            {
                Read(text, start, line);
            }

            bool isPair = end + 1 < source.Text.Length && source.Text[end] == '\r' && source.Text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }

        return _entries;
    }

    private void Read(string text, int offset, int line)
    {
        SpecLocation whole = new(source.Path, offset, text.Length, line, 0);
        if (Array.Exists(_conflicts, mark => text.StartsWith(mark, StringComparison.Ordinal)))
        {
            diagnostics.Add(Descriptors.LockNotReadable, whole, "The line is the mark of a merge conflict; keep the lines of both sides and remove the marks");
            return;
        }

        int separator = text.LastIndexOf(Separator, StringComparison.Ordinal);
        int kind = text.IndexOf(' ');
        if (separator < 0 || kind >= separator)
        {
            diagnostics.Add(Descriptors.LockNotReadable, whole, $"'{text}' is not an entry such as 'type #/components/schemas/pet = Pet'");
            return;
        }

        string word = text.Substring(0, kind);
        if (!LockKind.All.Contains(word, StringComparer.Ordinal))
        {
            string meant = NearestName.MaybeMeant(NearestName.Find(word, LockKind.All));
            diagnostics.Add(Descriptors.LockNotReadable, new(source.Path, offset, kind, line, 0), $"No entry begins with '{word}'{meant}");
            return;
        }

        int at = separator + Separator.Length;
        string name = text.Substring(at);
        SpecLocation location = new(source.Path, offset + at, name.Length, line, at);
        bool isEmpty = word == LockKind.Suffix && name == LockKey.Empty;
        if (word != LockKind.Tag && !isEmpty && !IsName(name))
        {
            string fault = name.Length > Identifier.Longest
                ? $"has {name.Length.Invariant()} characters, and a name can have {Identifier.Longest.Invariant()}"
                : "is not a C# identifier";
            diagnostics.Add(Descriptors.LockNotReadable, location, $"'{name}' {fault}");
            return;
        }

        Add(new LockEntry(text.Substring(0, separator), name, location));
    }

    private void Add(LockEntry entry)
    {
        if (!_entries.TryGetValue(entry.Key, out LockEntry? first))
        {
            _entries.Add(entry.Key, entry);
        }
        else if (first.Name != entry.Name)
        {
            string why = $"line {(first.Location.Line + 1).Invariant()} gives it the name {first.Name}";
            diagnostics.Add(Descriptors.LockedNameUnusable, entry.Location, entry.Key, entry.Name, why);
        }
    }

    private static bool IsName(string name) =>
        name.Length <= Identifier.Longest && SyntaxFacts.IsValidIdentifier(name) && !name.Any(static c => UnseenCharacters.IsUnseen(c));
}
