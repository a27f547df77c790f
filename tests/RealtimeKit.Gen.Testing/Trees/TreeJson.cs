using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>
/// Converts a document to JSON by the core schema of YAML. It shares no code with the generator, for the same reason as
/// <see cref="TreeNode"/>.
/// </summary>
internal static partial class TreeJson
{
    /// <summary>The maximum number of nodes, since each alias becomes a copy.</summary>
    private const int MostNodes = 3_000_000;

    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Converts a YAML document to JSON: the same keys and values in the same order.</summary>
    public static string FromYaml(string yaml) => TreeReader.Read(yaml) is { } tree && Convert(tree) is { } json
        ? json.ToJsonString(_indented)
        : throw new ArgumentException("The document cannot be written as JSON.", nameof(yaml));

    /// <returns>The document, or null if it has too many nodes or a duplicate key.</returns>
    public static JsonNode? Convert(TreeNode tree)
    {
        int left = MostNodes;
        return TryConvert(tree, 0, ref left, out JsonNode? node) ? node : null;
    }

    private static bool TryConvert(TreeNode tree, int depth, ref int left, out JsonNode? node)
    {
        node = null;
        if (--left < 0 || depth > TreeReader.MaxDepth)
        {
            return false;
        }

        switch (tree.Kind)
        {
            case TreeKind.Mapping:
                var fields = new JsonObject();
                foreach (KeyValuePair<string, TreeNode> entry in tree.Entries)
                {
                    if (!TryConvert(entry.Value, depth + 1, ref left, out JsonNode? value) || !fields.TryAdd(entry.Key, value))
                    {
                        return false;
                    }
                }

                node = fields;
                return true;
            case TreeKind.Sequence:
                var items = new JsonArray();
                foreach (KeyValuePair<string, TreeNode> entry in tree.Entries)
                {
                    if (!TryConvert(entry.Value, depth + 1, ref left, out JsonNode? item))
                    {
                        return false;
                    }

                    items.Add(item);
                }

                node = items;
                return true;
            default:
                node = tree.IsText ? JsonValue.Create(tree.Text) : Scalar(tree.Text);
                return true;
        }
    }

    private static JsonNode? Scalar(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),

        // The text is kept, since 1.0 and 1 are the same number with different texts.
        _ when JsonNumber().IsMatch(text) => JsonNode.Parse(text),
        _ when OtherNumber().IsMatch(text) => Number(text),
        _ => JsonValue.Create(text),
    };

    private static JsonNode? Number(string text) =>
        text.StartsWith("0x", StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long hexadecimal) ? JsonValue.Create(hexadecimal)
        : text.StartsWith("0o", StringComparison.Ordinal) ? JsonValue.Create(System.Convert.ToInt64(text[2..], 8))
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? JsonValue.Create(number)
        : JsonValue.Create(text);

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex JsonNumber();

    [GeneratedRegex(@"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]{1,20}|0x[0-9a-fA-F]+)$")]
    private static partial Regex OtherNumber();
}
