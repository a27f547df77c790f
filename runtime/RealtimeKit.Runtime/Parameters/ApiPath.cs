using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using RealtimeKit.Runtime.Parameters;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The path of a request, written as an interpolated string whose holes are percent-encoded, so that a value can
/// neither add nor remove a segment. The format of a hole is the parameter's wire name. What follows a question mark of
/// the template is the beginning of the query.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public ref struct ApiPath
{
    private readonly StringBuilder _builder;
    private List<string>? _secrets;
    private bool _isQuery;

    /// <summary>Called by the compiler.</summary>
    public ApiPath(int literalLength, int formattedCount) => _builder = new StringBuilder(literalLength + (formattedCount * 40));

    internal readonly List<string>? Secrets => _secrets;

    /// <summary>A part of the template, already percent-encoded.</summary>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _isQuery |= value.Contains('?', StringComparison.Ordinal);
        _builder.Append(value);
    }

    /// <summary>A parameter's value; <paramref name="format"/> is its wire name.</summary>
    /// <exception cref="ArgumentException">
    /// The value is absent or, before the query, empty, <c>.</c> or <c>..</c>: it would change which resource the path names.
    /// </exception>
    public void AppendFormatted(ParameterValue? value, string? format = null)
    {
        string name = format ?? "path";
        ParameterValue present = value.GetValueOrDefault();
        int start = _builder.Length;
        if (!present.IsAbsent)
        {
            present.RequireSendable(name);
            present.CollectSecrets(ref _secrets);
            new ParameterLayout(_builder, name, present.AllowsReserved, encode: true).AppendBare(present, present.Style, present.Explode);
        }

        if (present.AllowsReserved)
        {
            RequirePlace(_builder.ToString(start, _builder.Length - start), name);
        }

        int length = _builder.Length - start;
        if (_isQuery && !present.IsAbsent)
        {
            return;
        }

        if (length == 0)
        {
            throw new ArgumentException($"The path parameter '{name}' has no value.", name);
        }

        if (length <= 2 && IsDots(_builder, start))
        {
            throw new ArgumentException($"The path parameter '{name}' is a dot segment, which would change the path.", name);
        }
    }

    /// <summary>The encoded path.</summary>
    /// <exception cref="ArgumentException">A segment is empty of anything but dots, which servers and clients resolve away.</exception>
    public override readonly string ToString()
    {
        string path = _builder?.ToString() ?? "";
        int query = path.IndexOf('?', StringComparison.Ordinal);
        foreach (string segment in (query < 0 ? path : path[..query]).Split('/'))
        {
            if (segment is "." or "..")
            {
                throw new ArgumentException("A path parameter makes a dot segment, which would change the path.", "path");
            }
        }

        return path.TrimStart('/');
    }

    /// <summary>What is sent as it is may hold slashes, but nothing that leads out of the path, not even escaped.</summary>
    private readonly void RequirePlace(string text, string name)
    {
        if (text.AsSpan().ContainsAny(_isQuery ? "#&" : "?#"))
        {
            throw new ArgumentException($"The path parameter '{name}' is sent as it is, and holds a character that would end its part of the URL.", name);
        }

        foreach (string segment in _isQuery ? [] : text.Split('/'))
        {
            if (Uri.UnescapeDataString(segment) is "." or "..")
            {
                throw new ArgumentException($"The path parameter '{name}' holds a dot segment, which would change the path.", name);
            }
        }
    }

    private static bool IsDots(StringBuilder builder, int start)
    {
        for (int i = start; i < builder.Length; i++)
        {
            if (builder[i] != '.')
            {
                return false;
            }
        }

        return true;
    }
}
