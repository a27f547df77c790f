namespace RealtimeKit.Gen.Diagnostics;

/// <summary>The address of a rule's documentation, which an editor opens from the Error List.</summary>
internal static partial class HelpLink
{
    public static string Of(string id) => Of(Repository, id);

    /// <summary>The row of the rule in the table of the generator's README; empty if the repository is not on the web.</summary>
    public static string Of(string repository, string id)
    {
        const string extension = ".git";
        if (!repository.StartsWith("https://", StringComparison.Ordinal))
        {
            return "";
        }

        string root = repository.EndsWith(extension, StringComparison.Ordinal) ? repository.Substring(0, repository.Length - extension.Length) : repository;
        return $"{root.TrimEnd('/')}/blob/main/generator/README.md#rules:~:text={id}";
    }
}
