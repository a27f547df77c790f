using System.Text;

namespace RealtimeKit.Gen.Tests.Hostile;

/// <summary>Damages a document byte by byte, the same way for the same seed.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly byte[][] _tokens = new[]
    {
        "{", "}", "[", "]", ":", ",", "\"", "'", "#", "&a ", "*a ", "!!binary ", "<<: ", "- ", "? ", "| ", "> ", "\n", "\r", "\t", "  ", "---\n", "...\n", "null", "true", "~", "-1", "1e999", "0x1F", "99999999999999999999", "\\u0000", "\\ud800",
        "$ref", "$ref: '#/components/schemas/", "$ref: '#'", "allOf", "oneOf", "items", "properties", "type: [string, 'null']", "type: array", "nullable: true", "enum: []", "required: [x]", "additionalProperties: false", "format: binary", "in: path", "in: cookie",
        "default", "discriminator", "openapi: 3.1.0", "swagger: '2.0'", "{x}", "/", "~1", "%2F", "\u0085", "\u2028", "\uFEFF", "é", "😀",
    }.Select(Encoding.UTF8.GetBytes).ToArray();

    private readonly Random _random = new(seed);

    public string Mutate(byte[] document)
    {
        var bytes = new List<byte>(document);
        for (int left = 1 + _random.Next(4); left > 0 && bytes.Count > 0; left--)
        {
            MutateOnce(bytes);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private void MutateOnce(List<byte> bytes)
    {
        int at = _random.Next(bytes.Count);
        int length = Math.Min(bytes.Count - at, 1 + _random.Next(_random.Next(8) == 0 ? 400 : 12));
        switch (_random.Next(9))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(_random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 4 or 5:
                bytes.InsertRange(at, _tokens[_random.Next(_tokens.Length)]);
                break;
            case 6:
                byte[] token = _tokens[_random.Next(_tokens.Length)];
                bytes.RemoveRange(at, Math.Min(token.Length, bytes.Count - at));
                bytes.InsertRange(at, token);
                break;
            case 7:
                SwapLines(bytes, at);
                break;
            default:
                if (_random.Next(10) == 0)
                {
                    bytes.RemoveRange(at, bytes.Count - at);
                }
                else
                {
                    bytes.Insert(at, (byte)' ');
                }

                break;
        }
    }

    /// <summary>Moves a whole line: most often what comes of it is still a document, and another one.</summary>
    private void SwapLines(List<byte> bytes, int at)
    {
        int start = bytes.LastIndexOf((byte)'\n', at) + 1;
        int end = bytes.IndexOf((byte)'\n', at);
        if (end < 0)
        {
            return;
        }

        List<byte> line = bytes.GetRange(start, end + 1 - start);
        bytes.RemoveRange(start, line.Count);
        int to = bytes.Count == 0 ? -1 : bytes.IndexOf((byte)'\n', _random.Next(bytes.Count));
        bytes.InsertRange(to + 1, line);
    }
}
