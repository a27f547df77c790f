using System.Text;

namespace RealtimeKit.Gen.Testing;

/// <summary>Damages texts at random, the same way for the same seed.</summary>
/// <param name="seed">The seed of all random choices.</param>
/// <param name="fragments">The texts to insert, or null for <see cref="Fragments"/>.</param>
internal sealed class Mutator(int seed, IReadOnlyList<string>? fragments = null)
{
    private readonly Random _random = new(seed);

    /// <summary>Gets the words and marks of YAML, of JSON and of OpenAPI that documents are damaged with.</summary>
    public static IReadOnlyList<string> Fragments { get; } =
    [
        "{", "}", "[", "]", ":", ",", "\"", "'", "#", "&a ", "*a ", "!!binary ", "<<: ", "- ", "? ", "| ", "> ", "\n", "\r", "\t", "  ", "---\n", "...\n",
        "null", "true", "~", "-1", "1e999", "0x1F", "99999999999999999999", "\\u0000", "\\ud800", "\u0085", "\u2028", "\uFEFF", "\uFFFD", "\uD800", "é", "😀",
        "$ref", "$ref: '#/components/schemas/", "$ref: '#'", "allOf", "oneOf", "items", "properties", "type: [string, 'null']", "type: array", "nullable: true",
        "enum: []", "required: [x]", "additionalProperties: false", "format: binary", "in: path", "in: cookie", "default", "discriminator",
        "openapi: 3.1.0", "swagger: '2.0'", "{x}", "/", "~1", "%2F",
    ];

    /// <summary>Returns one of the given texts, damaged in one to five places.</summary>
    public string Mutate(params ReadOnlySpan<string> texts)
    {
        var text = new StringBuilder(texts[_random.Next(texts.Length)]);
        for (int left = _random.Next(1, 6); left > 0 && text.Length > 0; left--)
        {
            MutateOnce(text);
        }

        return text.ToString();
    }

    private void MutateOnce(StringBuilder text)
    {
        int at = _random.Next(text.Length);
        int length = Math.Min(text.Length - at, 1 + _random.Next(_random.Next(8) == 0 ? 400 : 12));
        switch (_random.Next(9))
        {
            case 0:
                text[at] ^= (char)(1 << _random.Next(8));
                break;
            case 1:
                text[at] = (char)_random.Next(_random.Next(4) == 0 ? 0x10000 : 0x100);
                break;
            case 2:
                text.Remove(at, length);
                break;
            case 3:
                text.Insert(_random.Next(text.Length), text.ToString(at, length));
                break;
            case 4 or 5:
                text.Insert(at, Fragment());
                break;
            case 6:
                string fragment = Fragment();
                text.Remove(at, Math.Min(fragment.Length, text.Length - at)).Insert(at, fragment);
                break;
            case 7:
                MoveLine(text, at);
                break;
            case 8 when _random.Next(10) == 0:
                text.Length = at;
                break;
            default:
                text.Insert(at, ' ');
                break;
        }
    }

    private string Fragment() => (fragments ?? Fragments)[_random.Next((fragments ?? Fragments).Count)];

    /// <summary>Moves a whole line. The result is usually a different valid document.</summary>
    private void MoveLine(StringBuilder text, int at)
    {
        string before = text.ToString();
        int start = before.LastIndexOf('\n', at) + 1;
        int end = before.IndexOf('\n', at) + 1;
        if (start >= end)
        {
            return;
        }

        string rest = before.Remove(start, end - start);
        int to = rest.Length == 0 ? 0 : rest.IndexOf('\n', _random.Next(rest.Length)) + 1;
        text.Clear().Append(rest).Insert(to, before[start..end]);
    }
}
