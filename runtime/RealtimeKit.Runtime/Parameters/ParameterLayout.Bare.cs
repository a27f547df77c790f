using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Runtime.Parameters;

// Values without their names, as in paths and headers.
internal readonly partial struct ParameterLayout
{
    /// <summary>Writes a value without its name, in the styles of paths and headers: <c>simple</c>, <c>label</c> and <c>matrix</c>.</summary>
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
            case ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited:
                AppendBareJoined(value, style);
                break;
            default:
                throw new ArgumentException($"The style {style} is defined only for queries and cookies.", name);
        }
    }

    /// <summary>Writes a value without its name. The items of a list are joined as in a query.</summary>
    public void AppendBareJoined(ParameterValue value, ParameterStyle style) => AppendJoined(value, Joint(style), Joint(style));

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

    // RFC 6570 §3.2.7: an empty value is sent as the name without "=".
    private void AppendMatrixValue(string text)
    {
        if (text.Length > 0)
        {
            builder.Append('=');
            AppendText(text);
        }
    }

    private static bool IsEmpty(ParameterValue value) => value.Items is { Length: 0 } || value.Members is { Length: 0 };
}
