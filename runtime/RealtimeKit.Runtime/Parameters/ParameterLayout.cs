using System.Text;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>
/// Formats parameter values by the style table of OpenAPI, exploded or not. The table refers to RFC 6570. An empty list or
/// object that is not exploded is an exception: it is sent as a pair without a value (<c>ids=</c>), so that it differs from an
/// absent one. Exploded, or in a path, there is no format for it.
/// </summary>
internal readonly partial struct ParameterLayout(StringBuilder builder, string name, ReservedText reserved, bool encode)
{
    /// <summary>
    /// Writes <c>name=value</c> pairs with <paramref name="separator"/> between them, and before them if the builder is not
    /// empty. Writes nothing if there are no pairs.
    /// </summary>
    public void AppendPairs(ParameterValue value, ParameterStyle style, bool explode, string separator)
    {
        int start = builder.Length;
        builder.Append(start == 0 ? "" : separator);
        if (!TryAppendPairs(value, style, explode, separator))
        {
            builder.Length = start;
        }
    }

    private bool TryAppendPairs(ParameterValue value, ParameterStyle style, bool explode, string separator)
    {
        if (style == ParameterStyle.DeepObject)
        {
            return AppendDeep(value, separator);
        }

        if (value.Primitive is { } text)
        {
            AppendName(name);
            builder.Append('=');
            AppendText(text);
            return true;
        }

        string joint = Joint(style);
        if (!explode || (joint != "," && value.Items is null))
        {
            AppendName(name);
            builder.Append('=');
            AppendJoined(value, joint, pairJoint: joint);
            return true;
        }

        return value.Items is { } items
            ? AppendEach(items, separator)
            : AppendMembers(value.Members!, separator);
    }

    private string Joint(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => encode ? "%20" : " ",
        ParameterStyle.PipeDelimited => encode ? "%7C" : "|",
        ParameterStyle.TabDelimited => encode ? "%09" : "\t",
        _ => ",",
    };

    private bool AppendEach(ParameterValue[] items, string separator)
    {
        for (int i = 0; i < items.Length; i++)
        {
            builder.Append(i == 0 ? "" : separator);
            AppendName(name);
            builder.Append('=');
            AppendText(items[i].Primitive ?? throw NotFlat(items[i]));
        }

        return items.Length > 0;
    }

    private bool AppendMembers((string Name, ParameterValue Value)[] members, string separator)
    {
        int start = builder.Length;
        foreach ((string member, ParameterValue value) in members)
        {
            // A list within an object has no format in RFC 6570. In a query, servers read one pair for each item.
            foreach (ParameterValue part in separator == "&" && value.Items is { } items ? items : [value])
            {
                builder.Append(builder.Length == start ? "" : separator);
                AppendName(member);
                builder.Append('=');
                AppendText(part.Primitive ?? throw NotFlat(part));
            }
        }

        return builder.Length > start;
    }

    private void AppendJoined(ParameterValue value, string joint, string pairJoint)
    {
        if (value.Primitive is { } text)
        {
            AppendText(text);
            return;
        }

        string before = "";
        foreach (ParameterValue item in value.Items ?? [])
        {
            builder.Append(before);
            AppendPart(item, joint);
            before = joint;
        }

        foreach ((string member, ParameterValue memberValue) in value.Members ?? [])
        {
            builder.Append(before);
            before = joint;
            AppendPart(member, joint, pairJoint);
            builder.Append(pairJoint);
            AppendPart(memberValue, joint);
        }
    }

    private bool AppendDeep(ParameterValue value, string separator)
    {
        List<(string Name, string Text)> pairs = DeepPairs.Of(name, value);
        for (int i = 0; i < pairs.Count; i++)
        {
            builder.Append(i == 0 ? "" : separator);
            AppendName(pairs[i].Name);
            builder.Append('=');
            AppendText(pairs[i].Text);
        }

        return pairs.Count > 0;
    }

    private void AppendName(string text) => AppendText(text, ReservedText.Encoded);

    private void AppendText(string text) => AppendText(text, reserved);

    private void AppendText(string text, ReservedText reservedHere)
    {
        if (encode)
        {
            PercentEncoding.Append(builder, text, reservedHere);
        }
        else
        {
            builder.Append(text);
        }
    }

    /// <summary>Writes a text of a list or an object.</summary>
    /// <exception cref="ArgumentException">The text contains a separator, at which the server would divide it.</exception>
    private void AppendPart(ParameterValue part, params string[] separators)
    {
        int start = builder.Length;
        AppendText(part.Primitive ?? throw NotFlat(part));
        string written = builder.ToString(start, builder.Length - start);
        if (Array.Exists(separators, separator => Separators.AreIn(written, separator)))
        {
            throw new ArgumentException(
                $"The parameter '{name}' contains a text with the separator of its style, which would be received as several texts.", name);
        }
    }

    private ArgumentException NotFlat(ParameterValue value) => NotFlat(value, name);

    /// <summary>Creates the exception for a part of a value that a style cannot express.</summary>
    internal static ArgumentException NotFlat(ParameterValue value, string name) => value.IsAbsent
        ? new($"The parameter '{name}' contains null, for which its style has no format.", name)
        : new($"The parameter '{name}' contains a nested list or object, for which its style has no format.", name);
}
