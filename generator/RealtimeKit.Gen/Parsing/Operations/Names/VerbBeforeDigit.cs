using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Parsing.Operations.Names;

/// <summary>
/// Separates a verb from a name behind it that begins with a digit: <c>post3dSecure</c> is <c>post 3dSecure</c>. By case alone, <c>post3d</c> is
/// one word.
/// </summary>
internal static class VerbBeforeDigit
{
    public static string Separated(string id)
    {
        int digit = id.TakeWhile(char.IsLetter).Count();
        bool isName = digit + 1 < id.Length && char.IsDigit(id[digit]) && char.IsLetter(id[digit + 1]);
        return isName && Verbs.Are(id.Substring(0, digit)) ? id.Insert(digit, " ") : id;
    }
}
