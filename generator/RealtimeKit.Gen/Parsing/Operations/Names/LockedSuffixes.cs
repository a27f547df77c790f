using RealtimeKit.Gen.Locking;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// What a names file says about the suffixes of one side of an operation. The lines of earlier files do not say the side, so they count for
/// both.
/// </summary>
/// <param name="operation">The texts that identify the operation in the names file.</param>
/// <param name="side">What the names file calls the side of the call.</param>
internal sealed class LockedSuffixes(NameLock names, string operation, string side)
{
    public const string Request = "request/";
    public const string Response = "response/";

    public string Side => side;

    /// <summary>Returns the name in the file for a suffix, or null.</summary>
    /// <param name="suffix">The suffix that a method asks for.</param>
    public string? Find(string suffix) => suffix.Length == 0 ? null : names.Find(KeyOf(suffix)) ?? names.Find(EarlierKeyOf(suffix));

    public void Record(string suffix, string name)
    {
        if (names.IsOn && suffix.Length > 0)
        {
            names.Record(KeyOf(suffix), name);
            names.Excuse([EarlierKeyOf(suffix)]);
        }
    }

    /// <summary>Reports that the name in the file for a suffix cannot be used. A line for both sides is of use for the other side.</summary>
    public void ReportUnusable(string suffix)
    {
        string key = names.Find(KeyOf(suffix)) is null ? EarlierKeyOf(suffix) : KeyOf(suffix);
        if (key == KeyOf(suffix) || names.Find(key) != suffix)
        {
            names.ReportUnusable(key, "another method of the class is called so");
        }
    }

    private string KeyOf(string suffix) => $"{LockKind.Suffix} {operation} {side}{LockKey.Token(suffix)}";

    private string EarlierKeyOf(string suffix) => $"{LockKind.Suffix} {operation} {LockKey.Token(suffix)}";
}
