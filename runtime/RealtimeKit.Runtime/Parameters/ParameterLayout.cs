using System.Globalization;
using System.Text;
using RealtimeKit.Runtime.Text;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Parameters;

/// <summary>
/// OpenAPI's style table: how a value is written for a style, exploded or not. Follows RFC 6570, to which the table
/// refers, but for an empty list or object: where one pair holds all its items it is that pair without any
/// (<c>ids=</c>), which is not the same as no pair at all. Exploded, and in a path, nothing can say it.
/// </summary>
internal readonly struct ParameterLayout(StringBuilder builder, string name, bool allowReserved, bool encode)
{
    /// <summary>
    /// Writes <c>name=value</c> pairs with <paramref name="separator"/> between them, and before them if other text precedes.
    /// Writes nothing for a value that has no pair.
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
        if (value.Primitive is { } text)
        {
            AppendName(name);
            builder.Append('=');
            AppendText(text);
            return true;
        }

        if (style == ParameterStyle.DeepObject)
        {
            return AppendDeep(value, name, separator, isFirst: true);
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
            : AppendMembers(value.Members!, separator, "=");
    }

    /// <summary>Writes a value without its name: <c>simple</c>, <c>label</c> and <c>matrix</c>, as paths and headers use them.</summary>
    public void AppendBare(ParameterValue value, ParameterStyle style, bool explode)
    {
        switch (style)
        {
            case ParameterStyle.Matrix:
                AppendMatrix(value, explode);
                break;
            case ParameterStyle.Label:
                if (!IsEmpty(value))
                {
                    builder.Append('.');
                    AppendJoined(value, explode ? "." : ",", explode ? "=" : ",");
                }

                break;
            case ParameterStyle.Simple:
                AppendJoined(value, ",", explode ? "=" : ",");
                break;
            default:
                throw new ArgumentException($"The style {style} has no meaning outside a query or a cookie.", name);
        }
    }

    /// <summary>Writes a value without its name, the items of a list joined as those of a query are.</summary>
    public void AppendBareJoined(ParameterValue value, ParameterStyle style) => AppendJoined(value, Joint(style), Joint(style));

    private string Joint(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => encode ? "%20" : " ",
        ParameterStyle.PipeDelimited => encode ? "%7C" : "|",
        ParameterStyle.TabDelimited => encode ? "%09" : "\t",
        _ => ",",
    };

    private void AppendMatrix(ParameterValue value, bool explode)
    {
        if (IsEmpty(value))
        {
            return;
        }

        if (explode && value.Items is { } items)
        {
            foreach (ParameterValue item in items)
            {
                AppendMatrixPair(item.Primitive ?? throw NotFlat(item));
            }
        }
        else if (explode && value.Members is { } members)
        {
            foreach ((string member, ParameterValue memberValue) in members)
            {
                builder.Append(';');
                AppendName(member);
                AppendMatrixValue(memberValue.Primitive ?? throw NotFlat(memberValue));
            }
        }
        else if (value.Primitive is { } text)
        {
            AppendMatrixPair(text);
        }
        else
        {
            builder.Append(';');
            AppendName(name);
            builder.Append('=');
            AppendJoined(value, ",", ",");
        }
    }

    private void AppendMatrixPair(string text)
    {
        builder.Append(';');
        AppendName(name);
        AppendMatrixValue(text);
    }

    // RFC 6570 §3.2.7: a name without "=" where the value is empty.
    private void AppendMatrixValue(string text)
    {
        if (text.Length > 0)
        {
            builder.Append('=');
            AppendText(text);
        }
    }

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

    private bool AppendMembers((string Name, ParameterValue Value)[] members, string separator, string pairJoint)
    {
        for (int i = 0; i < members.Length; i++)
        {
            builder.Append(i == 0 ? "" : separator);
            AppendName(members[i].Name);
            builder.Append(pairJoint);
            AppendText(members[i].Value.Primitive ?? throw NotFlat(members[i].Value));
        }

        return members.Length > 0;
    }

    private void AppendJoined(ParameterValue value, string joint, string pairJoint)
    {
        if (value.Primitive is { } text)
        {
            AppendText(text);
        }
        else if (value.Items is { } items)
        {
            for (int i = 0; i < items.Length; i++)
            {
                builder.Append(i == 0 ? "" : joint);
                AppendText(items[i].Primitive ?? throw NotFlat(items[i]));
            }
        }
        else
        {
            AppendMembers(value.Members ?? [], joint, pairJoint);
        }
    }

    // The specification stops at the members of one object. What lies deeper, and a list, has a key in brackets for each step,
    // an item's index among them: only so the members of two objects of a list stay apart.
    private bool AppendDeep(ParameterValue value, string path, string separator, bool isFirst)
    {
        if (value.Primitive is { } text)
        {
            builder.Append(isFirst ? "" : separator);
            AppendName(path);
            builder.Append('=');
            AppendText(text);
            return true;
        }

        if (value.IsAbsent)
        {
            throw NotFlat(value);
        }

        bool wrote = false;
        if (value.Items is { } items)
        {
            for (int i = 0; i < items.Length; i++)
            {
                wrote |= AppendDeep(items[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), separator, isFirst && !wrote);
            }
        }
        else
        {
            foreach ((string member, ParameterValue memberValue) in value.Members ?? [])
            {
                wrote |= AppendDeep(memberValue, $"{path}[{member}]", separator, isFirst && !wrote);
            }
        }

        return wrote;
    }

    private void AppendName(string text) => AppendText(text, allowReservedHere: false);

    private void AppendText(string text) => AppendText(text, allowReserved);

    private void AppendText(string text, bool allowReservedHere)
    {
        if (encode)
        {
            PercentEncoding.Append(builder, text, allowReservedHere);
        }
        else
        {
            builder.Append(text);
        }
    }

    private static bool IsEmpty(ParameterValue value) => value.Items is { Length: 0 } || value.Members is { Length: 0 };

    private ArgumentException NotFlat(ParameterValue value) => value.IsAbsent
        ? new($"The parameter '{name}' holds null, for which its style has no form.", name)
        : new($"The parameter '{name}' nests a list or an object, for which its style has no form.", name);
}
