namespace RealtimeKit.Gen.Testing.Trees;

/// <summary>An operation that the document describes, and the lines of the path item that holds it.</summary>
internal sealed record DescribedOperation(string Method, string Path, string? OperationId, string File, int FirstLine, int LastLine)
{
    public override string ToString() => $"{Method.ToUpperInvariant()} {Path}";
}
