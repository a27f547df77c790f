using System.Globalization;

namespace RealtimeKit.Gen.Reading.Tree;

/// <summary>JSON Pointer (RFC 6901), as text and as the fragment of a URI reference.</summary>
internal static class SpecPointer
{
    /// <summary>
    /// Returns the target of a pointer (<c>/a/b</c>), or of a fragment (<c>#/a/b</c>) with percent-encoding. Returns null if
    /// there is none, or if the text is not a pointer.
    /// </summary>
    public static SpecNode? Evaluate(SpecNode root, string pointer)
    {
        if (pointer.Length > 0 && pointer[0] == '#')
        {
            pointer = UnescapeFragment(pointer.Substring(1));
        }

        if (pointer.Length == 0)
        {
            return root;
        }

        if (pointer[0] != '/')
        {
            return null;
        }

        SpecNode? node = root;
        for (int start = 1; node is not null && start <= pointer.Length;)
        {
            int end = pointer.IndexOf('/', start);
            end = end < 0 ? pointer.Length : end;
            string token = pointer.Substring(start, end - start);
            start = end + 1;
            node = node switch
            {
                SpecMapping mapping => mapping[Unescape(token)],
                SpecSequence sequence when TryReadIndex(token, out int index) && index < sequence.Items.Count => sequence.Items[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Escapes a key for a pointer.</summary>
    public static string Escape(string key) =>
        key.IndexOf('~') < 0 && key.IndexOf('/') < 0 ? key : key.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string token) =>
        token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");

    /// <summary>Decodes percent-encoding. Invalid sequences are kept.</summary>
    public static string UnescapeFragment(string fragment) =>
        fragment.IndexOf('%') < 0 ? fragment : Uri.UnescapeDataString(fragment);

    private static bool TryReadIndex(string token, out int index) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index) && (token.Length == 1 || token[0] != '0');
}
