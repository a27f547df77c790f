using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Converts any string to a valid, readable C# identifier. The result depends on that string alone, so that a name never depends
/// on other parts of the document. <see cref="NameScope"/> resolves clashes.
/// </summary>
internal static class Identifier
{
    /// <summary>The longest name. A longer name is cut; the compiler's limit is 511.</summary>
    public const int Longest = 120;

    /// <summary>The symbols that distinguish names. The others only separate words, and so does a minus that is not the sign of a number.</summary>
    private const string Meaningful = "<>=!+*%&|~^@#$?";

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

    /// <summary>
    /// Returns a name in Pascal case: <c>pause_resume-stop</c> becomes <c>PauseResumeStop</c>, <c>API_CALL</c> becomes
    /// <c>ApiCall</c>, <c>+1</c> becomes <c>Plus1</c>, and <c>2fa</c> becomes <c>TwoFa</c>.
    /// </summary>
    public static string Pascal(string name, string whenEmpty = "Empty") =>
        name.Length == 0 ? whenEmpty : Legal(LeadingDigit.Spelled(Joined(name)));

    /// <summary>
    /// Returns the name as <see cref="Pascal"/> does, but with its digits, because values and statuses are compared with each other:
    /// <c>5m</c> becomes <c>_5m</c> beside <c>_30m</c>.
    /// </summary>
    public static string PascalValue(string name) => name.Length == 0 ? "Empty" : Legal(Joined(name));

    /// <summary>
    /// Returns two identifiers as one. Adjacent digits, which would read as one number, get an underscore in between.
    /// </summary>
    public static string Join(string left, string right)
    {
        bool areDigits = left.Length > 0 && right.Length > 0 && char.IsDigit(left[left.Length - 1]) && char.IsDigit(right[0]);
        return Legal(areDigits ? left + "_" + right : left + right);
    }

    /// <summary>Returns a name with a number at its end, which a name that is too long still has.</summary>
    public static string Numbered(string name, int number)
    {
        string end = number.Invariant();
        return Join(name.Length + end.Length < Longest ? name : Legal(name.Substring(0, Math.Min(name.Length, Longest - end.Length - 1))), end);
    }

    /// <summary>
    /// Returns Pascal-case names for several strings. If some have the same name, the one that is spelled like it keeps it, and
    /// the others have words for symbols or numbers.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Distinct(IEnumerable<string> names) =>
        new NameScope([], isOfTypes: true)
            .Assign(names.Distinct(StringComparer.Ordinal).Select(static name => new WantedName(name, name, Pascal(name))).ToArray());

    /// <summary>Returns the name as <see cref="Pascal"/> does, but beginning in lower case.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name, "value");
        char first = char.ToLowerInvariant(pascal[0]);
        return first + pascal.Substring(1);
    }

    /// <summary>
    /// Returns the name as <see cref="Pascal"/> does, but with words for the symbols that have a meaning of their own: <c>Date&lt;</c>
    /// becomes <c>DateLessThan</c>, and <c>GMT-9</c> becomes <c>GmtMinus9</c>. Different strings can have the same name.
    /// </summary>
    public static string Worded(string name)
    {
        StringBuilder worded = new();
        for (int i = 0; i < name.Length; i++)
        {
            if (IsMinus(name, i) || Meaningful.IndexOf(name[i]) >= 0)
            {
                worded.Append(' ').Append(_symbols[name[i]]).Append(' ');
            }
            else
            {
                worded.Append(name[i]);
            }
        }

        return Pascal(worded.ToString());
    }

    /// <summary>Returns whether a string has a plus, or a minus that is the sign of a number.</summary>
    public static bool HasSign(string name) => Enumerable.Range(0, name.Length).Any(index => name[index] == '+' || IsMinus(name, index));

    /// <summary>Returns whether a string of letters and digits is a name as it is. A keyword is not.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= Longest
            && name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            && name.All(static c => c < '\u0080' && char.IsLetterOrDigit(c))
            && Escape(name) == name;

    /// <summary>
    /// Returns the name with an <c>@</c> if it is a keyword, or a contextual keyword that the compiler warns about as a type
    /// name.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>
    /// Returns an FNV-1a hash. Unlike <see cref="string.GetHashCode()"/>, it is the same on every machine.
    /// </summary>
    public static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash.ToString("X8", CultureInfo.InvariantCulture);
    }

    /// <summary>Returns whether a character is the minus of a number, unlike that of a date.</summary>
    private static bool IsMinus(string text, int index) =>
        text[index] == '-' && index + 1 < text.Length && char.IsDigit(text[index + 1]) && (index == 0 || !char.IsDigit(text[index - 1]));

    private static string Joined(string name)
    {
        StringBuilder result = new();

        // A leading sign has a meaning ("-created_at" sorts in descending order). Elsewhere it is a separator.
        if (name.Length > 1 && name[0] is '+' or '-' && char.IsLetterOrDigit(name[1]))
        {
            result.Append(_symbols[name[0]]);
        }

        foreach (string word in Words.Split(name))
        {
            // Adjacent digits would read as one number: "1.10" is not "11.0".
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

        return result.ToString();
    }

    private static void Capitalise(StringBuilder result, string word)
    {
        int singular = word.Length > 2 && word[word.Length - 1] == 's' ? word.Length - 1 : word.Length;
        bool isShouted = word.Length > 1 && !HasLower(word, singular);
        result.Append(char.ToUpperInvariant(word[0]));
        if (isShouted)
        {
            result.Append(word.Substring(1).ToLowerInvariant());
        }
        else
        {
            result.Append(word, 1, word.Length - 1);
        }
    }

    private static bool HasLower(string word, int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (char.IsLower(word[i]))
            {
                return true;
            }
        }

        return false;
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
        if (name.Length > Longest)
        {
            name = name.Substring(0, char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest);
        }

        return SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
    }
}
