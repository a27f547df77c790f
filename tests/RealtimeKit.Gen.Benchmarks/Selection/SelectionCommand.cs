using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using RealtimeKit.Gen.Benchmarks.Generating;
using RealtimeKit.Gen.Benchmarks.Measuring;
using YamlDotNet.Core;

namespace RealtimeKit.Gen.Benchmarks.Selection;

/// <summary>Measures a client of one operation out of a document, compared with reading the tokens of the document once.</summary>
internal static partial class SelectionCommand
{
    public static async Task RunAsync(IReadOnlyCollection<string> arguments)
    {
        foreach (MeasuredDocument document in MeasuredDocument.Read(arguments))
        {
            string operation = MiddleOperation(document.Text);
            var project = new MeasuredProject(document);
            Dictionary<string, string> options = new(MeasuredProject.Metadata) { ["Operations"] = operation };
            RatioTable.Print($"{document.Name}: {operation}", await Contest.RunAsync(
            [
                .. document.IsJson ? JsonReaders(document.Text) : [Contender.Of("YamlDotNet's parser", () => ReadYaml(document.Text))],
                Contender.Of("the generator", () => project.CreateDriver(PackedGenerator.Create(), options).RunGenerators(project.Compilation)),
            ]));
        }
    }

    private static string MiddleOperation(string text)
    {
        MatchCollection operations = OperationId().Matches(text);
        return operations[operations.Count / 2].Groups["id"].Value;
    }

    private static Contender[] JsonReaders(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        return
        [
            Contender.Of("Utf8JsonReader, without strings", () => ReadUtf8(utf8, withStrings: false)),
            Contender.Of("Utf8JsonReader, with strings", () => ReadUtf8(utf8, withStrings: true)),
            Contender.Of("Newtonsoft's JsonTextReader", () => ReadText(text)),
        ];
    }

    private static void ReadUtf8(byte[] utf8, bool withStrings)
    {
        var reader = new Utf8JsonReader(utf8);
        while (reader.Read())
        {
            if (withStrings && reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                reader.GetString();
            }
        }
    }

    private static void ReadText(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text));
        while (reader.Read())
        {
        }
    }

    private static void ReadYaml(string text)
    {
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
        }
    }

    [GeneratedRegex("""operationId["']?\s*:\s*["']?(?<id>[^"'\s,]+)""")]
    private static partial Regex OperationId();
}
