namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>An operation of a document, and the lines of its path item.</summary>
internal sealed record DescribedOperation(string Method, string Path, string? OperationId, string File, int FirstLine, int LastLine)
{
    public override string ToString() => $"{Method.ToUpperInvariant()} {Path}";
}
