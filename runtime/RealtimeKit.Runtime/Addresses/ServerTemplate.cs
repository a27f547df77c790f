namespace RealtimeKit.Runtime.Addresses;

/// <summary>Splits the template of a server's address into fixed texts and variables, and determines which part of the address each is in.</summary>
internal static class ServerTemplate
{
    private const string AfterScheme = "://";

    /// <summary>Returns the pieces in order. The text of a variable is its name.</summary>
    public static List<(string Text, ServerPlace Place, bool IsVariable)> Cut(string template)
    {
        var pieces = new List<(string Text, ServerPlace Place, bool IsVariable)>();
        var place = ServerPlace.Scheme;
        int next = 0;
        while (template.IndexOf('{', next) is >= 0 and var open && template.IndexOf('}', open) is >= 0 and var close)
        {
            place = AddFixed(pieces, template[next..open], place);
            string after = template[(close + 1)..];
            place = PlaceOfVariable(pieces, place, after);
            pieces.Add((template[(open + 1)..close], place, true));
            place = place is ServerPlace.Address or ServerPlace.PathStart ? ServerPlace.Path : place;
            next = close + 1;
        }

        AddFixed(pieces, template[next..], place);
        return pieces;
    }

    /// <summary>Adds a fixed text, split where the next part of the address begins.</summary>
    private static ServerPlace AddFixed(List<(string Text, ServerPlace Place, bool IsVariable)> pieces, string text, ServerPlace place)
    {
        while (text.Length > 0)
        {
            (int length, ServerPlace then) = place switch
            {
                ServerPlace.Scheme => AfterMark(text, AfterScheme, ServerPlace.Host, place),
                ServerPlace.Host or ServerPlace.Authority => UntilAny(text, [':', '/'], place),
                ServerPlace.Port => UntilAny(text, ['/'], place),
                _ => (text.Length, place),
            };
            if (length > 0)
            {
                pieces.Add((text[..length], place, false));
            }

            text = text[length..];
            place = then;
        }

        return place;
    }

    private static (int Length, ServerPlace Then) AfterMark(string text, string mark, ServerPlace then, ServerPlace place)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? (text.Length, place) : (at + mark.Length, then);
    }

    private static (int Length, ServerPlace Then) UntilAny(string text, char[] marks, ServerPlace place)
    {
        int at = text.IndexOfAny(marks);
        return at < 0 ? (text.Length, place)
            : (at, text[at] == ':' ? ServerPlace.Port : ServerPlace.Path);
    }

    private static ServerPlace PlaceOfVariable(List<(string Text, ServerPlace Place, bool IsVariable)> pieces, ServerPlace place, string after)
    {
        if (pieces.Count == 0)
        {
            return after.StartsWith(AfterScheme, StringComparison.Ordinal) ? ServerPlace.Scheme : ServerPlace.Address;
        }

        (string before, _, bool isAfterVariable) = pieces[^1];
        bool isLast = after.Length == 0 || after[0] is '/' or '{';
        if (place == ServerPlace.Host && isLast && before.EndsWith(AfterScheme, StringComparison.Ordinal) && !after.StartsWith('{'))
        {
            return ServerPlace.Authority;
        }

        // After a complete host, a variable is the start of the path: https://api.example.com{basePath}.
        return place is ServerPlace.Host or ServerPlace.Port && isLast && !isAfterVariable && char.IsAsciiLetterOrDigit(before[^1])
            ? ServerPlace.PathStart
            : place;
    }
}
