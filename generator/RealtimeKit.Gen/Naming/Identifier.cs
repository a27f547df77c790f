using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Turns any string into a legal, readable C# identifier. A function of that string alone, so that a name never
/// depends on what else a document holds; what to do when two strings give one name is <see cref="NameScope"/>'s affair.
/// </summary>
internal static class Identifier
{
    /// <summary>Longer names are cut and closed with a hash of the whole; the compiler's own limit is 511.</summary>
    private const int LongestName = 120;

    /// <summary>A property <c>X</c> has the accessors <c>get_X</c> and <c>set_X</c>, and a record <c>op_Equality</c>.</summary>
    private static readonly string[] _compilerPrefixes = ["get_", "set_", "op_"];

    private static readonly Dictionary<char, string> _symbols = new()
    {
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['*'] = "Asterisk",
        ['/'] = "Slash",
        ['\\'] = "Backslash",
        ['='] = "Equal",
        ['<'] = "LessThan",
        ['>'] = "GreaterThan",
        ['!'] = "Not",
        ['~'] = "Tilde",
        ['.'] = "Dot",
        [','] = "Comma",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['@'] = "At",
        ['#'] = "Hash",
        ['$'] = "Dollar",
        ['%'] = "Percent",
        ['&'] = "And",
        ['|'] = "Or",
        ['^'] = "Caret",
        ['?'] = "Question",
        ['('] = "ParenLeft",
        [')'] = "ParenRight",
        ['['] = "BracketLeft",
        [']'] = "BracketRight",
        ['{'] = "BraceLeft",
        ['}'] = "BraceRight",
        ['_'] = "Underscore",
        ['\''] = "Apostrophe",
        ['"'] = "Quote",
        ['`'] = "Backtick",
        [' '] = "Space",
        ['\t'] = "Tab",
        ['\n'] = "LineFeed",
        ['\r'] = "CarriageReturn",
    };

    /// <summary><c>pause_resume-stop</c> → <c>PauseResumeStop</c>, <c>API_CALL</c> → <c>ApiCall</c>, <c>+1</c> → <c>Plus1</c>.</summary>
    public static string Pascal(string name, string whenEmpty = "Empty")
    {
        if (name.Length == 0)
        {
            return whenEmpty;
        }

        StringBuilder result = new();

        // A sign in front carries meaning ("-created_at" sorts the other way); elsewhere it is a separator.
        if (name.Length > 1 && name[0] is '+' or '-' && char.IsLetterOrDigit(name[1]))
        {
            result.Append(_symbols[name[0]]);
        }

        foreach (string word in Words.Split(name))
        {
            // Digits that meet would read as one number: "1.10" is not "11.0".
            if (result.Length > 0 && char.IsDigit(result[result.Length - 1]) && char.IsDigit(word[0]))
            {
                result.Append('_');
            }

            Capitalise(result, word);
        }

        if (result.Length == 0)
        {
            SpellOut(result, name);
        }

        return Legal(result.ToString());
    }

    /// <summary>
    /// The name of something that stands within something named: <c>Recording</c> and <c>stop_reason</c> →
    /// <c>Recording_StopReason</c>. The underscore is what keeps names apart for good: <see cref="Pascal"/> puts none
    /// between words, so that no component can ever claim the name of an inline schema, nor the other way round.
    /// </summary>
    public static string Within(string owner, string part) => Join(owner, Pascal(part));

    /// <summary>The same for a part that is an identifier already.</summary>
    public static string Join(string owner, string part) => Legal(owner + "_" + part);

    /// <summary>
    /// Pascal names for strings that stand side by side. Of several that give one, that which is spelled so keeps it; the
    /// others are spelled out.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Distinct(IEnumerable<string> names) =>
        new NameScope([]).Assign(names.Distinct(StringComparer.Ordinal).Select(static name => new WantedName(name, name, Pascal(name))).ToArray());

    /// <summary>As <see cref="Pascal"/>, beginning in lower case.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name, "value");
        char first = char.ToLowerInvariant(pascal[0]);
        return first + pascal.Substring(1);
    }

    /// <summary>
    /// The name letter by letter, what no identifier may hold written as <c>_x2D_</c>: no two strings give one name. The
    /// underscore of a prefix that the compiler gives to members of its own is written in the same way.
    /// </summary>
    public static string Spelled(string name)
    {
        int compilerPrefix = Array.Find(_compilerPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))?.Length ?? 0;
        StringBuilder result = new();
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c < '\u0080' && (char.IsLetterOrDigit(c) || c == '_') && i != compilerPrefix - 1)
            {
                result.Append(c);
            }
            else
            {
                result.Append("_x").Append(((int)c).ToString("X2", CultureInfo.InvariantCulture)).Append('_');
            }
        }

        // A type in lower case alone is a warning: the language keeps such names for itself.
        bool isLower = result.Length > 0 && name.All(static c => c is >= 'a' and <= 'z');
        return Legal(result.Length == 0 ? "_" : isLower ? result.Append('_').ToString() : result.ToString());
    }

    /// <summary>Keywords get an <c>@</c>. Contextual ones too where the compiler warns of them as a type's name.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>FNV-1a, for names that must be cut; the same on every machine, which <see cref="string.GetHashCode()"/> is not.</summary>
    public static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("X8", CultureInfo.InvariantCulture);
    }

    private static void Capitalise(StringBuilder result, string word)
    {
        bool isShouted = word.Length > 1 && word.All(static c => !char.IsLower(c));
        result.Append(char.ToUpperInvariant(word[0]));
        result.Append(isShouted ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
    }

    private static void SpellOut(StringBuilder result, string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (_symbols.TryGetValue(name[i], out string? symbol))
            {
                result.Append(symbol);
                continue;
            }

            bool isPair = char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]);
            int code = isPair ? char.ConvertToUtf32(name[i], name[i + 1]) : name[i];
            i += isPair ? 1 : 0;
            result.Append('U').Append(code.ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    private static string Legal(string name)
    {
        if (name.Length > LongestName)
        {
            string hash = Hash(name);
            int keep = LongestName - hash.Length - 1;
            keep -= char.IsHighSurrogate(name[keep - 1]) ? 1 : 0;
            name = name.Substring(0, keep) + "_" + hash;
        }

        return SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
    }
}
