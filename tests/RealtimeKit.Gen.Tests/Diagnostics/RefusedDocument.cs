using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Diagnostics;

/// <summary>
/// A document of <c>Documents/</c> that breaks one rule, named after it. Comments at its top define the rest of the project:
/// <c>#: option Name=Value</c>, <c>#: language 11</c> for the project's C#, and <c>#: overlay|also|names|project FILE</c> for a file
/// beside it. <c># ◄ here</c> ends the line at which the diagnostic must be reported. Without it, the diagnostic can be at any
/// place in any of the files.
/// </summary>
internal sealed class RefusedDocument
{
    private const string Directive = "#: ";
    private const string Mark = "◄ here";
    private const string ProjectFolder = "/project";

    private static readonly string _folder = Repository.PathOf("tests", "RealtimeKit.Gen.Tests", "Diagnostics", "Documents");

    private readonly List<SpecItem> _items = [];

    private RefusedDocument(string name)
    {
        var metadata = new Dictionary<string, string>();
        string text = File.ReadAllText(Path.Combine(_folder, name));
        foreach (string[] words in Directives(text))
        {
            if (words[0] == "option")
            {
                string[] pair = words[1].Split('=', 2);
                metadata[pair[0]] = pair[1];
            }
            else if (words[0] == "language")
            {
                Language = (LanguageVersion)(int.Parse(words[1], CultureInfo.InvariantCulture) * 100);
            }
            else
            {
                AddFile(words[0], words[1], metadata);
            }
        }

        _items.Insert(0, new SpecItem(new SpecFile(PathOf(name), text), SpecItem.Spec) { Metadata = metadata });
    }

    /// <summary>Gets the documents whose names begin with the id of a rule. The other files belong to one of them.</summary>
    public static IReadOnlyList<string> Names { get; } = Directory.EnumerateFiles(_folder)
        .Select(static path => Path.GetFileName(path))
        .Where(static name => name.StartsWith("RTK", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray();

    public IReadOnlyList<SpecItem> Items => _items;

    public LanguageVersion Language { get; } = GeneratorRunner.ParseOptions.LanguageVersion;

    /// <summary>The file and line of the mark, if there is one.</summary>
    public (string File, int Line)? Marked => _items
        .SelectMany(static item => item.Text.GetText().Lines.Select(line => (File: item.Text.Path, Line: line.LineNumber + 1, Text: line.ToString())))
        .Where(static line => line.Text.Contains(Mark, StringComparison.Ordinal))
        .Select(static line => ((string, int)?)(line.File, line.Line))
        .SingleOrDefault();

    public static RefusedDocument Read(string name) => new(name);

    private void AddFile(string role, string file, Dictionary<string, string> metadata)
    {
        string text = File.ReadAllText(Path.Combine(_folder, file));
        switch (role)
        {
            case "overlay":
                metadata["Overlay"] = PathOf(file);
                _items.Add(new SpecItem(new SpecFile(PathOf(file), text), SpecItem.Overlay));
                break;
            case SpecItem.Names:
                metadata["Names"] = PathOf(file);
                _items.Add(new SpecItem(new SpecFile(PathOf(file), text), SpecItem.Names));
                break;
            case "also":
                Dictionary<string, string> options = Directives(text)
                    .Where(static words => words[0] == "option")
                    .Select(static words => words[1].Split('='))
                    .ToDictionary(static option => option[0], static option => option[1]);
                _items.Add(new SpecItem(new SpecFile(PathOf(file), text), SpecItem.Spec) { Metadata = options });
                break;
            default:
                _items.Add(new SpecItem(new SpecFile(PathOf(file), text), role));
                break;
        }
    }

    private static IEnumerable<string[]> Directives(string text) => text
        .Split('\n')
        .TakeWhile(static line => line.StartsWith(Directive, StringComparison.Ordinal))
        .Select(static line => line[Directive.Length..].Trim().Split(' ', 2));

    private static string PathOf(string name) => $"{ProjectFolder}/{name}";
}
