using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>Reads a text as JSON if it looks like JSON. Otherwise, or if that fails, reads it as YAML.</summary>
internal static partial class TreeReader
{
    /// <summary>The maximum depth of a document. A deeper one is not read, so that reading needs little stack.</summary>
    public const int MaxDepth = 500;

    /// <returns>The document, or null if it is neither.</returns>
    public static TreeNode? Read(string text)
    {
        string content = text.TrimStart('\uFEFF');
        ReadOnlySpan<char> start = content.AsSpan().TrimStart();
        if (start.StartsWith('{') || start.StartsWith('['))
        {
            try
            {
                return JsonTreeReader.Read(content);
            }
            catch (JsonException)
            {
                // The text is YAML in flow style, or JSON with extensions that YAML allows.
            }
        }

        // The library refuses a literal block that begins with a line of blanks, which YAML allows.
        return ReadYaml(content) ?? ReadYaml(WithoutBlanksBeforeBlocks(content));
    }

    private static TreeNode? ReadYaml(string content)
    {
        try
        {
            return YamlTreeReader.Read(content);
        }
        catch (Exception exception) when (exception is YamlException or InvalidDataException)
        {
            return null;
        }
    }

    private static string WithoutBlanksBeforeBlocks(string content)
    {
        bool isBeforeBlock = false;
        string[] lines = content.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i]))
            {
                isBeforeBlock = BlockHeader().IsMatch(lines[i]);
            }
            else if (isBeforeBlock)
            {
                lines[i] = "";
            }
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"[|>][-+0-9]* *\r?$")]
    private static partial Regex BlockHeader();
}
