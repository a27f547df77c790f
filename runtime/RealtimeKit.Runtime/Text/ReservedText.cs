namespace RealtimeKit.Runtime.Text;

/// <summary>How the reserved characters of RFC 3986 are sent, such as a slash.</summary>
internal enum ReservedText
{
    /// <summary>Percent-encoded.</summary>
    Encoded,

    /// <summary>As they are, except those that would change the path or begin the query.</summary>
    PlainInPath,

    /// <summary>As they are, except those that would end the value or the query.</summary>
    PlainInQuery,

    /// <summary>As they are, except those that would end the value and those that stand for another character in a form.</summary>
    PlainInForm,
}
