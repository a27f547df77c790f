using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>
/// Builds the tree from parser events with an explicit stack. The library's own loader is recursive and overflows the
/// stack on a document with a hundred thousand brackets.
/// </summary>
internal static class YamlTreeReader
{
    public static TreeNode? Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        var anchors = new Dictionary<AnchorName, TreeNode>();
        var open = new Stack<Frame>();
        TreeNode? root = null;

        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart mapping:
                    Open(new TreeNode(TreeKind.Mapping, LineOf(mapping)), mapping.Anchor);
                    break;
                case SequenceStart sequence:
                    Open(new TreeNode(TreeKind.Sequence, LineOf(sequence)), sequence.Anchor);
                    break;
                case MappingEnd or SequenceEnd:
                    TreeNode closed = open.Pop().Node;
                    closed.LastLine = Math.Max(closed.FirstLine, LineOf(parser.Current));
                    break;
                case Scalar scalar:
                    bool isText = scalar.Style != ScalarStyle.Plain || IsTaggedText(scalar);
                    Add(new TreeNode(TreeKind.Scalar, LineOf(scalar)) { Text = scalar.Value, IsText = isText }, scalar.Anchor);
                    break;
                case AnchorAlias alias:
                    // An alias is not expanded, but becomes a further edge to the existing node.
                    Add(anchors.TryGetValue(alias.Value, out TreeNode? target) ? target : new TreeNode(TreeKind.Scalar, LineOf(alias)), AnchorName.Empty);
                    break;
                case DocumentEnd when root is not null:
                    return root;
            }
        }

        return root;

        void Open(TreeNode node, AnchorName anchor)
        {
            if (open.Count >= TreeReader.MaxDepth)
            {
                throw new InvalidDataException("The document is too deep.");
            }

            Add(node, anchor);
            open.Push(new Frame(node));
        }

        void Add(TreeNode node, AnchorName anchor)
        {
            if (!anchor.IsEmpty)
            {
                anchors[anchor] = node;
            }

            root ??= node;
            if (open.TryPeek(out Frame? frame))
            {
                frame.Take(node);
            }
        }
    }

    private static bool IsTaggedText(Scalar scalar) => !scalar.Tag.IsEmpty && scalar.Tag.Value == "tag:yaml.org,2002:str";

    private static int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line;

    /// <summary>A collection that is being read. Keys and values of a mapping alternate.</summary>
    private sealed class Frame(TreeNode node)
    {
        private TreeNode? _key;

        public TreeNode Node { get; } = node;

        public void Take(TreeNode child)
        {
            if (Node.Kind == TreeKind.Sequence)
            {
                Node.Add("", child);
            }
            else if (_key is null)
            {
                _key = child;
            }
            else
            {
                Node.Add(_key.Text, child);
                _key = null;
            }
        }
    }
}
