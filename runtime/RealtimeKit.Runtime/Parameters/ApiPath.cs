using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using RealtimeKit.Runtime.Parameters;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The path of a request, written as an interpolated string. Values are percent-encoded, so that a value cannot add or remove a
/// segment. The format of a value is the name of the parameter on the wire. The text after a question mark is the beginning of
/// the query.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public ref struct ApiPath
{
    private readonly StringBuilder _builder;
    private List<string>? _secrets;
    private bool _isQuery;

    /// <summary>Initializes a new instance. Called by the compiler.</summary>
    public ApiPath(int literalLength, int formattedCount) => _builder = new StringBuilder(literalLength + (formattedCount * 40));

    internal readonly List<string>? Secrets => _secrets;

    /// <summary>Appends a part of the template, which is already percent-encoded.</summary>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _isQuery |= value.Contains('?', StringComparison.Ordinal);
        _builder.Append(value);
    }

    /// <summary>Appends the value of a parameter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The name of the parameter on the wire.</param>
    /// <exception cref="ArgumentException">
    /// The value is absent. Before the query, this exception is also thrown for an empty value, <c>.</c> and <c>..</c>, which
    /// would change the resource that the path refers to.
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

    /// <summary>Returns the encoded path.</summary>
    /// <exception cref="ArgumentException">A segment consists only of dots. Servers and clients would resolve it.</exception>
    public override readonly string ToString()
    {
        string path = _builder?.ToString() ?? "";
        int query = path.IndexOf('?', StringComparison.Ordinal);
        foreach (string segment in (query < 0 ? path : path[..query]).Split('/'))
        {
            if (segment is "." or "..")
            {
                throw new ArgumentException("A path parameter creates a dot segment, which would change the path.", "path");
            }
        }

        return path.TrimStart('/');
    }

    /// <summary>
    /// Checks a value that is sent without encoding. It may contain slashes, but nothing that leaves the path, not even in escaped form.
    /// </summary>
    private readonly void RequirePlace(string text, string name)
    {
        if (text.AsSpan().ContainsAny(_isQuery ? "#&" : "?#"))
        {
            throw new ArgumentException(
                $"The path parameter '{name}' is sent without encoding, but contains a character that would end this part of the URL.", name);
        }

        foreach (string segment in _isQuery ? [] : text.Split('/'))
        {
            if (Uri.UnescapeDataString(segment) is "." or "..")
            {
                throw new ArgumentException($"The path parameter '{name}' contains a dot segment, which would change the path.", name);
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
