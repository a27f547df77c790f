using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace RealtimeKit.Gen.Emission.Text;

/// <summary>Builds indented text with <c>\n</c> line ends: the same bytes on every machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();

    public int Indentation { get; set; }

    public void WriteLine() => _text.Append('\n');

    /// <summary>Writes one or more lines, each indented; a blank line stays empty.</summary>
    public void WriteLine(string lines)
    {
        int start = 0;
        while (start <= lines.Length)
        {
            int end = lines.IndexOf('\n', start);
            int stop = end < 0 ? lines.Length : end;
            int length = stop > start && lines[stop - 1] == '\r' ? stop - start - 1 : stop - start;
            if (length > 0)
            {
                _text.Append(' ', Indentation * 4).Append(lines, start, length);
            }

            _text.Append('\n');
            if (end < 0)
            {
                return;
            }

            start = end + 1;
        }
    }

    public void Open(string head)
    {
        WriteLine(head);
        WriteLine("{");
        Indentation++;
    }

    public void Close(string tail = "}")
    {
        Indentation--;
        WriteLine(tail);
    }

    /// <summary>Writes the items with a blank line between them.</summary>
    public void Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        bool isFirst = true;
        foreach (T item in items)
        {
            if (!isFirst)
            {
                WriteLine();
            }

            isFirst = false;
            write(item);
        }
    }

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8);
}
