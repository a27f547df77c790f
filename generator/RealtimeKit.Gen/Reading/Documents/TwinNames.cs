namespace RealtimeKit.Gen.Reading.Documents;

/// <summary>The names of two components of which one allows null: <c>user</c> and <c>nullable-user</c>, <c>Address</c> and <c>Address2</c>.</summary>
internal static class TwinNames
{
    /// <summary>What a name has more than that of the component without null, at its beginning. The longest come first.</summary>
    private static readonly string[] _prefixes =
        ["NullableOf", "Nullable-", "Nullable_", "Nullable.", "Nullable", "nullable-", "nullable_", "nullable.", "nullable"];

    /// <summary>The same at its end.</summary>
    private static readonly string[] _suffixes = ["-nullable", "_nullable", ".nullable", "Nullable", "-or-null", "_or_null", "OrNull"];

    /// <summary>Returns whether one of two components can be the other one with null, by their names.</summary>
    public static bool Are(string one, string other) =>
        BasesOf(one).Contains(other, StringComparer.Ordinal) || BasesOf(other).Contains(one, StringComparer.Ordinal);

    /// <summary>Returns the names that the component of the same values without null may have.</summary>
    public static IEnumerable<string> BasesOf(string name)
    {
        foreach (string prefix in _prefixes.Where(prefix => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            yield return name.Substring(prefix.Length);

            // nullableUser is the twin of user.
            yield return char.ToLowerInvariant(name[prefix.Length]) + name.Substring(prefix.Length + 1);
        }

        foreach (string suffix in _suffixes.Where(suffix => name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal)))
        {
            yield return name.Substring(0, name.Length - suffix.Length);
        }

        string trimmed = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (trimmed.Length > 0 && trimmed.Length < name.Length)
        {
            yield return trimmed;
        }
    }
}
