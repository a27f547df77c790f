namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>Bounds the length of lines, methods and files in the generator and the runtime, and of lines in the tests.</summary>
public class SizeTests
{
    private const int LongestLine = 160;
    private const int LongestMethod = 50;
    private const int LongestFile = 300;

    /// <summary>Files that may have longer lines, with the reason.</summary>
    private static readonly Dictionary<string, string> _wide = new(StringComparer.Ordinal)
    {
        ["generator/RealtimeKit.Gen/Emission/"] = "a template of emitted code stands on one line, as the code that it gives",
        ["generator/RealtimeKit.Gen/Reading/Keys/ObjectKinds.cs"] = "each row lists the keys of one object of the specification",
    };

    /// <summary>Files that may be longer, with the reason.</summary>
    private static readonly Dictionary<string, string> _long = new(StringComparer.Ordinal)
    {
    };

    private static readonly IReadOnlyList<string> _files = [.. Repository.SourceFiles("generator"), .. Repository.SourceFiles("runtime")];

    [Fact]
    public void No_line_is_longer_than_the_limit() => AssertNone(_files
        .Where(static file => !IsExcepted(file, _wide))
        .SelectMany(static file => Lines(file).Select((line, index) => (Place: $"{file}({index + 1})", line.Length)))
        .Where(static line => line.Length > LongestLine)
        .Select(static line => $"{line.Place} has {line.Length} characters"));

    /// <summary>The text of string literals does not count, because many tests contain a document on one line.</summary>
    [Fact]
    public void No_line_of_a_test_is_longer_than_the_limit() => AssertNone(Repository.SourceFiles("tests")
        .Where(static file => !file.EndsWith(".verified.cs", StringComparison.Ordinal))
        .SelectMany(static file => CodeLines.Lengths(Repository.Read(file)).Select((length, index) => (Place: $"{file}({index + 1})", Length: length)))
        .Where(static line => line.Length > LongestLine)
        .Select(static line => $"{line.Place} has {line.Length} characters without its literals"));

    [Fact]
    public void No_method_is_longer_than_the_limit() => AssertNone(_files
        .SelectMany(static file => MethodLengths.Of(Repository.Read(file)).Select(method => (File: file, Method: method)))
        .Where(static found => found.Method.Length > LongestMethod)
        .Select(static found => $"{found.File}({found.Method.Line}): {found.Method.Name} has {found.Method.Length} lines"));

    [Fact]
    public void No_file_is_longer_than_the_limit() => AssertNone(_files
        .Where(static file => !IsExcepted(file, _long))
        .Select(static file => (Name: file, Lines(file).Length))
        .Where(static file => file.Length > LongestFile)
        .Select(static file => $"{file.Name} has {file.Length} lines"));

    [Fact]
    public void Each_exception_is_needed()
    {
        Assert.All(_wide.Keys, static name => Assert.Contains(
            _files,
            file => file.StartsWith(name, StringComparison.Ordinal) && Lines(file).Any(static line => line.Length > LongestLine)));
        Assert.All(_long.Keys, static name => Assert.Contains(
            _files,
            file => file.StartsWith(name, StringComparison.Ordinal) && Lines(file).Length > LongestFile));
    }

    private static void AssertNone(IEnumerable<string> found)
    {
        string[] all = found.ToArray();
        Assert.True(all.Length == 0, string.Join(Environment.NewLine, all));
    }

    private static bool IsExcepted(string file, Dictionary<string, string> exceptions) =>
        exceptions.Keys.Any(name => file.StartsWith(name, StringComparison.Ordinal));

    private static string[] Lines(string file) => Repository.Read(file).Split('\n');
}
