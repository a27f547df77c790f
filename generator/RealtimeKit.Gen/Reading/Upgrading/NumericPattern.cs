namespace RealtimeKit.Gen.Reading.Upgrading;

/// <summary>
/// Recognizes regular expressions that match all numbers and nothing else: an optional sign, digits, and optionally a fraction
/// and an exponent. Text with a fixed number of digits, such as a postal code, is not a number, because its leading zeros matter.
/// </summary>
internal sealed class NumericPattern
{
    /// <summary>The longest pattern that is examined.</summary>
    private const int LongestPattern = 120;

    private static readonly string[] _signs = ["(-)?", "([+-])?", "(\\+)?", "[+-]?", "-?", "\\+?"];
    private static readonly string[] _integers = ["(0|[1-9]\\d*)", "([1-9]\\d*|0)", "[1-9]\\d*", "(\\d+)", "\\d+", "\\d*"];
    private static readonly string[] _digits = ["\\d+", "\\d*"];
    private static readonly string[] _exponents = ["[eE][+-]?\\d+", "[eE][+-]?\\d*", "[eE]-?\\d+", "[eE]\\d+", "e[+-]?\\d+"];

    private readonly string _text;
    private int _position;

    private NumericPattern(string text) => _text = text;

    /// <summary>Gets whether the numbers may have a fraction.</summary>
    public bool HasFraction { get; private set; }

    /// <summary>Gets whether the numbers may have an exponent.</summary>
    public bool HasExponent { get; private set; }

    /// <summary>Gets whether the pattern is exactly that of .NET, which is a number even without a type.</summary>
    public bool IsOfDotNet => _text.StartsWith("-?(0|[1-9]\\d*)", StringComparison.Ordinal);

    /// <summary>Returns the kind of numbers that a pattern matches, or null if it matches other text too.</summary>
    public static NumericPattern? Parse(string? pattern)
    {
        if (pattern is null
            || pattern.Length > LongestPattern
            || !pattern.StartsWith("^", StringComparison.Ordinal)
            || !pattern.EndsWith("$", StringComparison.Ordinal))
        {
            return null;
        }

        // Equivalent spellings are unified.
        string text = pattern.Substring(1, pattern.Length - 2)
            .Replace("?:", "")
                .Replace("[0-9]", "\\d")
                .Replace("\\-", "-")
                .Replace("[-+]", "[+-]")
                .Replace("[Ee]", "[eE]")
                .Replace("{0,1}", "?")
                .Replace("[.]", "\\.");
        NumericPattern numeric = new(text);
        return numeric.Parse() ? numeric : null;
    }

    private bool Parse()
    {
        TakeAny(_signs);
        if (!TakeAny(_integers) && !TakeUpTo("\\d"))
        {
            return false;
        }

        HasFraction = TakeOptional(TakeFraction);
        HasExponent = TakeOptional(() => TakeAny(_exponents));
        return _position == _text.Length;
    }

    private bool TakeFraction()
    {
        int start = _position;
        if (Take("\\.") && (Take("?") || true) && (TakeAny(_digits) || TakeUpTo("\\d") || TakeCounted("\\d")))
        {
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Reads a part, or a part in brackets that may be absent.</summary>
    private bool TakeOptional(Func<bool> part)
    {
        int start = _position;
        if (part())
        {
            return true;
        }

        if (Take("(") && part() && (Take(")?") || Take(")")))
        {
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Reads an item that is repeated from at most once up to several times.</summary>
    private bool TakeUpTo(string item) => TakeRange(item, static (least, most) => least <= 1 && most != 1);

    private bool TakeCounted(string item) => TakeRange(item, static (_, _) => true);

    private bool TakeRange(string item, Func<int, int, bool> accepts)
    {
        int start = _position;
        if (Take(item) && Take("{") && _text.IndexOf('}', _position) is int end and > 0)
        {
            string[] bounds = _text.Substring(_position, end - _position).Split(',');
            if (bounds.Length <= 2 && bounds.All(static bound => bound.Length <= 4 && bound.All(static c => c is >= '0' and <= '9')) && bounds[0].Length > 0)
            {
                int least = Count(bounds[0]);
                int most = bounds.Length == 1 ? least : bounds[1].Length == 0 ? int.MaxValue : Count(bounds[1]);
                _position = end + 1;
                if (accepts(least, most))
                {
                    return true;
                }
            }
        }

        _position = start;
        return false;
    }

    private static int Count(string digits) => digits.Aggregate(0, static (sum, digit) => (sum * 10) + (digit - '0'));

    private bool TakeAny(string[] parts) => parts.Any(Take);

    private bool Take(string part)
    {
        if (string.CompareOrdinal(_text, _position, part, 0, part.Length) != 0)
        {
            return false;
        }

        _position += part.Length;
        return true;
    }
}
