using System.Text;
using RealtimeKit.Gen.Diagnostics;

namespace RealtimeKit.Gen.Stations;

/// <summary>Describes an exception, both for the user and for a bug report.</summary>
internal static class StationFailure
{
    private const int MostCharacters = 300;

    private const string OwnFrame = "RealtimeKit.Gen.";

    public static DiagnosticInfo Describe(string path, Station station, Exception exception) => DiagnosticInfo.Create(
        Descriptors.GeneratorFailed,
        new SpecLocation(path, 0, 0, 0, 0),
        WordsFor(station),
        exception.GetType().ToString(),
        Method(exception),
        Message(exception));

    private static string WordsFor(Station station) => station switch
    {
        Station.Input => "reading the file from the compiler",
        Station.Project => "reading the project file",
        Station.Types => "looking up the .NET types that are named",
        Station.Selection => "selecting the files that belong together",
        Station.Options => "reading the options",
        Station.Reading => "reading the text",
        Station.Slicing => "selecting the operations",
        Station.Building => "building the document",
        Station.Parsing => "choosing the C# types and names",
        Station.Emission => "emitting the C#",
        _ => "reporting a diagnostic",
    };

    /// <summary>One line of bounded length: the message of an exception can quote the document.</summary>
    private static string Message(Exception exception)
    {
        StringBuilder line = new();
        foreach (char unit in exception.Message)
        {
            if (line.Length == MostCharacters)
            {
                return line.Append('…').ToString();
            }

            line.Append(char.IsControl(unit) || char.IsSurrogate(unit) || unit is '\u2028' or '\u2029' ? ' ' : unit);
        }

        return line.ToString();
    }

    /// <summary>The innermost method of the generator in the stack trace, without its file, so that the text is the same on every machine.</summary>
    private static string Method(Exception exception)
    {
        foreach (string line in (exception.StackTrace ?? "").Split('\n'))
        {
            int start = line.IndexOf(OwnFrame, StringComparison.Ordinal);
            int end = start < 0 ? -1 : line.IndexOf('(', start);
            if (end > 0)
            {
                return line.Substring(start, end - start);
            }
        }

        return "RealtimeKit.Gen";
    }
}
