using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

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

    /// <summary>The parameter whose value consists of dots at the beginning of a segment, which can be the whole segment.</summary>
    private string? _dots;

    /// <summary>Initializes a new instance. Called by the compiler.</summary>
    public ApiPath(int literalLength, int formattedCount) => _builder = ShortText.Begin();

    internal readonly List<string>? Secrets => _secrets;

    /// <summary>Appends a part of the template, which is already percent-encoded.</summary>
    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _isQuery |= value.Contains('?', StringComparison.Ordinal);
        _builder.Append(value);
    }

    /// <summary>Appends the value of a parameter without a name.</summary>
    /// <exception cref="ArgumentException">The value is absent. See the other overload.</exception>
    public void AppendFormatted(ParameterValue? value) => AppendFormatted(value, "path");

    /// <summary>Appends a UUID with hyphens.</summary>
    public readonly void AppendFormatted(Guid value, string format) => _builder.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Appends an integer.</summary>
    public readonly void AppendFormatted(long value, string format) => _builder.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Appends the value of a parameter.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The name of the parameter on the wire.</param>
    /// <exception cref="ArgumentException">
    /// The value is absent. Before the query, this exception is also thrown for an empty value, which would change the resource that the
    /// path refers to.
    /// </exception>
    public void AppendFormatted(ParameterValue? value, string format)
    {
        ParameterValue present = value.GetValueOrDefault();
        int start = _builder.Length;
        if (!present.IsAbsent)
        {
            present.RequireSendable(format);
            present.CollectSecrets(ref _secrets);
            ReservedText reserved = present.AllowsReserved ? ReservedText.PlainInPath : ReservedText.Encoded;
            new ParameterLayout(_builder, format, reserved, encode: true).AppendBare(present, present.Style, present.Explode);
        }

        if (present.AllowsReserved)
        {
            RequirePlace(_builder.ToString(start, _builder.Length - start), format);
        }

        int length = _builder.Length - start;
        if (_isQuery && !present.IsAbsent)
        {
            return;
        }

        if (length == 0)
        {
            throw new ArgumentException($"The path parameter '{format}' has no value.", format);
        }

        if (length <= 2 && (start == 0 || _builder[start - 1] == '/') && IsDots(_builder, start))
        {
            _dots ??= format;
        }
    }

    /// <summary>Returns the encoded path.</summary>
    /// <exception cref="ArgumentException">A segment consists only of dots. Servers and clients would resolve it.</exception>
    public override readonly string ToString() => Checked(_builder?.ToString() ?? "");

    /// <summary>Returns the encoded path like <see cref="ToString"/>. The path must not be used afterwards.</summary>
    internal readonly string End() => Checked(_builder is null ? "" : ShortText.End(_builder));

    private readonly string Checked(string path)
    {
        int query = path.IndexOf('?', StringComparison.Ordinal);
        for (ReadOnlySpan<char> rest = query < 0 ? path : path.AsSpan(0, query); !rest.IsEmpty;)
        {
            int length = rest.IndexOf('/');
            if (rest[..(length < 0 ? rest.Length : length)] is "." or "..")
            {
                throw new ArgumentException($"The path parameter '{_dots ?? "path"}' is a dot segment, which would change the path.", _dots ?? nameof(path));
            }

            rest = length < 0 ? [] : rest[(length + 1)..];
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
