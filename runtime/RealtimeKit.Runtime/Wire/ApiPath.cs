using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

namespace RealtimeKit.Runtime.Wire;

/// <summary>
/// The path of a request, written as an interpolated string whose holes are percent-encoded, so that a value can
/// neither add nor remove a segment. The format of a hole is the parameter's wire name.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public ref struct ApiPath
{
    private readonly StringBuilder _builder;
    private List<string>? _secrets;

    /// <summary>Called by the compiler.</summary>
    public ApiPath(int literalLength, int formattedCount) => _builder = new StringBuilder(literalLength + (formattedCount * 40));

    internal readonly List<string>? Secrets => _secrets;

    /// <summary>A part of the template, already percent-encoded.</summary>
    public readonly void AppendLiteral(string value) => _builder.Append(value);

    /// <summary>A parameter's value; <paramref name="format"/> is its wire name.</summary>
    /// <exception cref="ArgumentException">The value is absent, empty, <c>.</c> or <c>..</c>: it would change which resource the path names.</exception>
    public void AppendFormatted(ParameterValue? value, string? format = null)
    {
        string name = format ?? "path";
        ParameterValue present = value.GetValueOrDefault();
        int start = _builder.Length;
        if (!present.IsAbsent)
        {
            present.CollectSecrets(ref _secrets);
            new ParameterLayout(_builder, name, allowReserved: false, encode: true).AppendBare(present, present.Style, present.Explode);
        }

        int length = _builder.Length - start;
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
        foreach (string segment in path.Split('/'))
        {
            if (segment is "." or "..")
            {
                throw new ArgumentException("A path parameter makes a dot segment, which would change the path.", "path");
            }
        }

        return path.TrimStart('/');
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
