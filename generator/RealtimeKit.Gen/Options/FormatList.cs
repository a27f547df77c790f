using RealtimeKit.Gen.Model;

namespace RealtimeKit.Gen.Options;

/// <summary>Reads the entries of <c>Formats</c>, such as <c>date=NodaTime.LocalDate(Acme.LocalDateConverter)</c>.</summary>
internal static class FormatList
{
    private const string Files = "binary";

    /// <summary>Returns the valid entries. The first of several for one format counts.</summary>
    /// <param name="list">The entries as the project has them.</param>
    /// <param name="report">Receives each entry that is not valid, and the reason.</param>
    public static IReadOnlyList<FormatType> Read(IEnumerable<string> list, Action<string, string> report)
    {
        List<FormatType> formats = [];
        foreach (string entry in list)
        {
            int equals = entry.IndexOf('=');
            (string format, string type) = equals < 0 ? ("", "") : (entry.Substring(0, equals).Trim(), entry.Substring(equals + 1).Trim());
            string? fault = format.Length == 0 || type.Length == 0 ? "an entry is a format, '=' and a .NET type, such as date=System.DateOnly"
                : format == Files ? "files are a Stream or a FileContent"
                : formats.Exists(known => known.Format == format) ? "the format has a type already"
                : null;
            if (fault is null)
            {
                formats.Add(new FormatType(format, type));
            }
            else
            {
                report(entry, fault);
            }
        }

        return formats;
    }
}
