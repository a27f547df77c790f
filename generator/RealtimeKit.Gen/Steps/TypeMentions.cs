using RealtimeKit.Gen.Diagnostics;
using RealtimeKit.Gen.Model;
using RealtimeKit.Gen.Options;
using RealtimeKit.Gen.Reading.Formats;
using RealtimeKit.Gen.Reading.Text;
using RealtimeKit.Gen.Reading.Tree;

namespace RealtimeKit.Gen.Steps;

/// <summary>
/// Finds the .NET types that a file and its item name. They are looked up in the compilation before the client is parsed, because
/// the emitted code depends on what they are.
/// </summary>
internal static class TypeMentions
{
    private const string Key = "x-dotnet-type";

    /// <summary>Returns the names in a document or an overlay. A text without the key is not read.</summary>
    public static IReadOnlyList<string> InText(SpecSource source, CancellationToken cancellationToken)
    {
        // Faults are reported where the client is read.
        if (source.Text.IndexOf(Key, StringComparison.Ordinal) < 0 || SpecReader.Read(source, new DiagnosticBag(), cancellationToken) is not { } root)
        {
            return [];
        }

        List<string> names = [];
        HashSet<SpecNode> visited = [root];
        Stack<SpecNode> open = new([root]);
        while (open.Count > 0)
        {
            SpecNode node = open.Pop();
            if ((node as SpecMapping)?[Key].AsText() is { } name)
            {
                names.Add(name.Trim());
            }

            foreach (SpecNode child in Children(node).Where(visited.Add))
            {
                open.Push(child);
            }
        }

        return names;
    }

    /// <summary>Returns the names of the text and the options in a fixed order, without those of types that the runtime knows.</summary>
    public static EquatableArray<string> Of(RawOptions options, IEnumerable<string> inText) => FormatList
        .Read(RawOptions.Split(options.Formats), static (_, _) => { })
        .Select(static format => format.Type)
        .Concat(inText)
        .Where(static name => name.Length > 0 && BuiltInTypes.Find(name) is null)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    private static IEnumerable<SpecNode> Children(SpecNode node) => node switch
    {
        SpecMapping mapping => mapping.Entries.Select(static entry => entry.Value),
        SpecSequence sequence => sequence.Items,
        _ => [],
    };
}
