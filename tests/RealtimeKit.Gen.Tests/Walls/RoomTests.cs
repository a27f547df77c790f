using System.Text.RegularExpressions;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Walls;

/// <summary>Checks which folders of the generator use which, and in which folders certain words may occur.</summary>
public partial class RoomTests
{
    private const string Generator = "generator/RealtimeKit.Gen/";

    private static readonly IReadOnlyList<string> _files = Repository.SourceFiles("generator", "RealtimeKit.Gen");

    /// <summary>
    /// The folders from the lowest layer to the highest, each with those that it may use. The empty name is the project's own
    /// folder. A new entry is a decision about the architecture; the table stays without circles.
    /// </summary>
    private static readonly RoomTable _table = new(
        Generator,
        _files,
        ("Model", []),
        ("Naming", []),
        ("Diagnostics", ["Model", "Naming"]),
        ("Stations", ["Diagnostics"]),
        ("Reading/Text", ["Diagnostics"]),
        ("Locking", ["Model", "Naming", "Diagnostics", "Reading/Text"]),
        ("Reading/Overlay/Patterns", ["Reading/Text"]),
        ("Reading/Upgrading/Patterns", []),
        ("Reading/Tree", ["Diagnostics", "Reading/Text"]),
        ("Reading/Documents", ["Model", "Diagnostics", "Reading/Tree"]),
        ("Reading/Json", ["Naming", "Diagnostics", "Reading/Text", "Reading/Tree"]),
        ("Reading/Keys", ["Naming", "Diagnostics", "Reading/Tree"]),
        ("Reading/Yaml", ["Naming", "Diagnostics", "Reading/Text", "Reading/Tree"]),
        ("Reading/Formats", ["Diagnostics", "Reading/Text", "Reading/Tree", "Reading/Json", "Reading/Yaml"]),
        ("Reading/Overlay/Paths", ["Reading/Overlay/Patterns", "Reading/Tree", "Reading/Yaml"]),
        ("Reading/Overlay", ["Diagnostics", "Reading/Text", "Reading/Overlay/Patterns", "Reading/Tree", "Reading/Overlay/Paths"]),
        ("Reading/References", ["Model", "Naming", "Diagnostics", "Reading/Text", "Reading/Tree", "Reading/Formats"]),
        ("Reading/Loading",
        [
            "Model", "Diagnostics", "Reading/Text", "Reading/Tree", "Reading/Keys", "Reading/Formats", "Reading/Overlay",
            "Reading/References",
        ]),
        ("Reading/Selection", ["Model", "Naming", "Diagnostics", "Reading/Text", "Reading/Tree", "Reading/Keys", "Reading/References"]),
        ("Reading/Checks", ["Naming", "Diagnostics", "Reading/Tree", "Reading/Documents", "Reading/Keys", "Reading/References", "Reading/Selection"]),
        ("Reading/Upgrading", ["Model", "Reading/Tree", "Reading/Documents", "Reading/Keys", "Reading/References", "Reading/Upgrading/Patterns"]),
        ("Reading/Building/Schemas",
        [
            "Naming", "Diagnostics", "Reading/Tree", "Reading/Documents", "Reading/References", "Reading/Checks",
            "Reading/Upgrading",
        ]),
        ("Reading/Building",
        [
            "Naming", "Diagnostics", "Reading/Tree", "Reading/Documents", "Reading/Keys", "Reading/References", "Reading/Selection",
            "Reading/Checks", "Reading/Upgrading", "Reading/Building/Schemas",
        ]),
        ("Options", ["Model", "Naming", "Diagnostics", "Reading/Text"]),
        ("Parsing/Basics", ["Model", "Naming", "Diagnostics", "Locking", "Reading/Tree", "Reading/Documents"]),
        ("Parsing/Places",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Text", "Reading/Tree", "Reading/Documents", "Parsing/Basics",
        ]),
        ("Parsing/Operations/Http", ["Model", "Naming"]),
        ("Parsing/Operations/Names", ["Model", "Naming", "Diagnostics", "Locking", "Reading/Documents", "Parsing/Basics", "Parsing/Operations/Http"]),
        ("Parsing/Operations/Servers", ["Model", "Naming", "Diagnostics", "Locking", "Reading/Documents", "Parsing/Basics", "Parsing/Operations/Http"]),
        ("Parsing/Schemas", ["Model", "Naming", "Diagnostics", "Reading/Documents", "Parsing/Basics"]),
        ("Parsing/Records", ["Model", "Naming", "Diagnostics", "Reading/Tree", "Reading/Documents", "Parsing/Basics", "Parsing/Schemas"]),
        ("Parsing/Types",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Tree", "Reading/Documents", "Parsing/Basics", "Parsing/Places", "Parsing/Schemas",
            "Parsing/Records",
        ]),
        ("Parsing/Finishing",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Documents", "Parsing/Basics", "Parsing/Schemas", "Parsing/Records", "Parsing/Types",
        ]),
        ("Parsing/Operations/Bodies",
        [
            "Model", "Naming", "Diagnostics", "Reading/Documents", "Parsing/Basics", "Parsing/Operations/Http", "Parsing/Schemas",
            "Parsing/Records", "Parsing/Types",
        ]),
        ("Parsing/Operations/Links",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Tree", "Reading/Documents", "Reading/Keys", "Parsing/Basics",
            "Parsing/Operations/Http", "Parsing/Operations/Names", "Parsing/Types", "Parsing/Finishing",
        ]),
        ("Parsing/Operations/Parameters",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Documents", "Parsing/Basics", "Parsing/Operations/Http",
            "Parsing/Operations/Names", "Parsing/Operations/Bodies", "Parsing/Schemas", "Parsing/Types",
        ]),
        ("Parsing/Operations/Responses",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Documents", "Parsing/Basics", "Parsing/Operations/Http",
            "Parsing/Operations/Names", "Parsing/Schemas", "Parsing/Types", "Parsing/Operations/Bodies",
        ]),
        ("Parsing/Operations",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Documents", "Parsing/Basics", "Parsing/Operations/Http",
            "Parsing/Operations/Names", "Parsing/Operations/Servers", "Parsing/Places", "Parsing/Schemas", "Parsing/Records", "Parsing/Types",
            "Parsing/Finishing", "Parsing/Operations/Bodies", "Parsing/Operations/Links", "Parsing/Operations/Parameters", "Parsing/Operations/Responses",
        ]),
        ("Parsing",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Reading/Documents", "Options", "Parsing/Basics", "Parsing/Operations/Http",
            "Parsing/Operations/Names", "Parsing/Operations/Servers", "Parsing/Places", "Parsing/Schemas", "Parsing/Types", "Parsing/Finishing",
            "Parsing/Operations/Links", "Parsing/Operations",
        ]),
        ("Symbols", ["Model", "Naming"]),
        ("Emission/Text", ["Model", "Naming"]),
        ("Emission/Types", ["Model", "Naming", "Emission/Text"]),
        ("Emission/Clients", ["Model", "Naming", "Emission/Text", "Emission/Types"]),
        ("Emission/Operations", ["Model", "Naming", "Emission/Text", "Emission/Types"]),
        ("Emission", ["Model", "Naming", "Emission/Text", "Emission/Types", "Emission/Clients", "Emission/Operations"]),
        ("Steps",
        [
            "Model", "Naming", "Diagnostics", "Locking", "Stations", "Reading/Text", "Reading/Tree", "Reading/Formats", "Reading/Loading",
            "Reading/Selection", "Reading/Building", "Options", "Parsing/Basics", "Parsing",
        ]),
        ("", ["Model", "Diagnostics", "Stations", "Reading/Text", "Options", "Symbols", "Emission", "Steps"]));

    [Fact]
    public void Each_folder_of_the_generator_uses_those_that_the_table_names() => _table.AssertHolds();

    [Fact]
    public void The_table_of_the_generator_has_no_circle() => _table.AssertHasNoCircle();

    [Fact]
    public void The_namespace_of_a_file_is_that_of_its_folder() => Assert.All(_files, static file =>
    {
        string expected = $"RealtimeKit.Gen.{_table.RoomOf(file).Replace('/', '.')}".TrimEnd('.');
        Assert.All(Namespace().Matches(Repository.Read(file)), declared => Assert.Equal(expected, declared.Groups[1].Value));
    });

    [Theory]
    [InlineData("NSwag", "Reading", "Parsing")]
    [InlineData("NJsonSchema", "Reading", "Parsing")]
    [InlineData("YamlDotNet", "Reading")]
    public void A_namespace_is_imported_only_where_it_belongs(string name, params string[] rooms) => AssertNone(
        file => !rooms.Contains(RoomOf(file)),
        line => line.TrimStart().StartsWith("using ", StringComparison.Ordinal) && Names(line, name));

    [Theory]
    [InlineData("NSwag.", "Reading", "Parsing")]
    [InlineData("NJsonSchema.", "Reading", "Parsing")]
    [InlineData("YamlDotNet.", "Reading")]
    public void A_namespace_is_spelt_out_only_where_it_belongs(string name, params string[] rooms) => AssertNone(
        file => !rooms.Contains(RoomOf(file)),
        line => !IsComment(line) && line.Contains(name, StringComparison.Ordinal));

    /// <summary>Elsewhere a type is a symbol, and a name is not escaped, so that no text has to be parsed.</summary>
    [Theory]
    [InlineData("RuntimeNames.")]
    [InlineData("CSharpText.")]
    [InlineData("TypeText.")]
    [InlineData("Identifier.Escape(")]
    [InlineData("TrimStart('@')")]
    public void Only_the_emission_writes_CSharp(string word) => AssertNone(
        static file => RoomOf(file) is not ("Emission" or "Naming"),
        line => !IsComment(line) && line.Contains(word, StringComparison.Ordinal));

    /// <summary>
    /// <c>ImpliedSchemas</c> creates the schemas that the parser needs and the document does not have. <c>SchemaIndex</c> stores
    /// facts about schemas.
    /// </summary>
    [Theory]
    [InlineData(@"new JsonSchema\w*\b")]
    [InlineData(@"\bJsonSchema\w* \w+ = new\(")]
    [InlineData(@"\b(SchemaRegister|LocationRegister)\b")]
    [InlineData(@"ExtensionData\s*(\[|=|\?\?=)")]
    public void Only_the_reading_makes_or_marks_the_schemas_of_a_document(string pattern) => AssertNone(
        static file => RoomOf(file) != "Reading",
        line => !IsComment(line) && Regex.IsMatch(line, pattern));

    [Theory]
    [InlineData("SyntaxProvider", "the pipeline would run at every keystroke")]
    [InlineData("Thread.CurrentThread", "the output would depend on the machine")]
    [InlineData("CultureInfo.CurrentCulture", "the output would depend on the machine")]
    [InlineData("Task.Run", "a step runs on the compiler's own thread")]
    [InlineData(".Result;", "a step waits for nobody")]
    [InlineData("GetAwaiter()", "a step waits for nobody")]
    public void A_word_is_nowhere(string word, string otherwise)
    {
        Assert.NotEmpty(otherwise);
        AssertNone(static _ => true, line => !IsComment(line) && line.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>The compilation changes at every keystroke. The step that uses it returns plain values, which rarely change.</summary>
    [Fact]
    public void The_compilation_is_used_only_to_look_up_the_types_that_a_project_names()
    {
        string[] uses = _files
            .SelectMany(static file => Repository.Read(file).Split('\n'))
            .Where(static line => !IsComment(line) && line.Contains("CompilationProvider", StringComparison.Ordinal))
            .ToArray();

        Assert.Contains("= FindTypes(", Assert.Single(uses), StringComparison.Ordinal);
        AssertNone(
            static file => RoomOf(file) is not ("" or "Symbols"),
            static line => !IsComment(line) && Regex.IsMatch(line, @"(?<!\w)(Compilation|I\w*Symbol)(?!\w)"));
    }

    [Fact]
    public void No_code_catches_every_exception() => AssertNone(
        static _ => true,
        static line => !IsComment(line) && (CatchAll().IsMatch(line) || CatchException().IsMatch(line)));

    [Fact]
    public void No_static_state_changes() => AssertNone(
        static _ => true,
        static line => MutableStatic().IsMatch(line));

    [Fact]
    public void The_wall_tests_see_what_they_look_for()
    {
        Assert.ThrowsAny<Exception>(static () => new RoomTable("", [], ("A", ["B"]), ("B", ["A"])).AssertHasNoCircle());
        Assert.Matches(CatchAll(), "        catch { }");
        Assert.Matches(CatchAll(), "catch");
        Assert.Matches(CatchException(), "catch (Exception exception)");
        Assert.Matches(CatchException(), "catch (System.Exception)");
        Assert.DoesNotMatch(CatchException(), "catch (Exception exception) when (exception is FormatException)");
        Assert.DoesNotMatch(CatchAll(), "catch (YamlException exception)");
        Assert.Matches(MutableStatic(), "    private static int _next = 1;");
        Assert.DoesNotMatch(MutableStatic(), "    private static readonly int _next = 1;");
        Assert.DoesNotMatch(MutableStatic(), "    private static int Next() => 1;");
        Assert.True(Names("using NSwag.Core;", "NSwag"));
        Assert.False(Names("using NSwagLike;", "NSwag"));
    }

    private static void AssertNone(Func<string, bool> isOfInterest, Func<string, bool> isForbidden)
    {
        string[] files = _files.Where(isOfInterest).ToArray();
        Assert.NotEmpty(files);
        string[] found = files
            .SelectMany(static file => Repository.Read(file).Split('\n').Select((line, index) => (Place: $"{file}({index + 1})", Line: line)))
            .Where(place => isForbidden(place.Line))
            .Select(static place => $"{place.Place}: {place.Line.Trim()}")
            .ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    /// <summary>The first folder below the project; empty for a file in the project's own.</summary>
    private static string RoomOf(string file)
    {
        string[] parts = file[Generator.Length..].Split('/');
        return parts.Length > 1 ? parts[0] : "";
    }

    private static bool Names(string text, string name) =>
        Regex.IsMatch(text, $@"(?<![\w.]){Regex.Escape(name)}(?!\w)");

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex(@"(?m)^namespace (RealtimeKit[\w.]*)")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\bcatch\s*(\{|$)")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\bcatch\s*\(\s*(System\.)?Exception\b[^)]*\)\s*(?!\s*when)$")]
    private static partial Regex CatchException();

    [GeneratedRegex(@"^\s*(public|internal|private|protected)\s+static\s+(?!readonly|partial|class|extern|async|implicit|explicit|operator)[\w.<>,\[\]? ]+\s\w+\s*(=(?!>)[^>]*;|;)\s*$")]
    private static partial Regex MutableStatic();
}
