using System.Text;
using System.Text.Json;

namespace RealtimeKit.Gen.Testing.Trees;

internal static class JsonTreeReader
{
    public static TreeNode? Read(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = TreeReader.MaxDepth });
        var open = new Stack<TreeNode>();
        TreeNode? root = null;
        string key = "";
        int line = 1;
        int counted = 0;

        while (reader.Read())
        {
            line += bytes.AsSpan(counted..(int)reader.TokenStartIndex).Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = reader.GetString()!;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop().LastLine = line;
                    continue;
            }

            TreeNode node = reader.TokenType switch
            {
                JsonTokenType.StartObject => new TreeNode(TreeKind.Mapping, line),
                JsonTokenType.StartArray => new TreeNode(TreeKind.Sequence, line),
                JsonTokenType.String => new TreeNode(TreeKind.Scalar, line) { Text = StringOf(ref reader), IsText = true },
                _ => new TreeNode(TreeKind.Scalar, line) { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
            };

            root ??= node;
            if (open.TryPeek(out TreeNode? parent))
            {
                parent.Add(parent.Kind == TreeKind.Mapping ? key : "", node);
            }

            if (node.Kind != TreeKind.Scalar)
            {
                open.Push(node);
            }
        }

        return root;
    }

    /// <summary>Reads a string that may contain a lone surrogate, which only the generator rejects.</summary>
    private static string StringOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
