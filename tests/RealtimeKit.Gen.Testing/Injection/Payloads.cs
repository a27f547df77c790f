namespace RealtimeKit.Gen.Testing.Injection;

/// <summary>
/// Strings that a generator could emit as code. They follow advisories about other generators: they end a literal, a
/// comment by each of the five line terminators, an attribute, a directive, or an interpolation.
/// </summary>
internal static class Payloads
{
    /// <summary>The switch that a payload sets when it runs.</summary>
    public const string Switch = "RealtimeKit.Gen.Tests.Evil";

    private const string Initializer =
        "[global::System.Runtime.CompilerServices.ModuleInitializer] internal static void Evil() => global::System.AppContext.SetSwitch(\"" + Switch
            + "\", true);";

    private const string Class = "file static class Evil { " + Initializer + " }";

    public static IReadOnlyList<string> All { get; } =
    [
        // Payloads that end a literal.
        "\"", "\\\"", "\"; " + Initializer + " //", "\")] " + Class + " //", "\"; } } " + Class + " namespace N { class C { string s = \"",
        "\\", "\\\\", "\\\\\"", "\\u0022; " + Initializer + " //", "\\x22", "\"\"", "\"\"\"", "\"\"\"\n" + Class
            + "\n\"\"\"", "\"u8", "@\"", "$\"", "'", "'; //", "`",

        // Payloads that end an interpolation.
        "{", "}", "{{", "}}", "{{evil}}", "{evil}", "{0}", "${evil}", "{global::System.Environment.Exit(1)}", "}}\"; " + Initializer + " //",

        // Payloads that end a comment.
        "*/", "*/ " + Class + " /*", "**//", "//", "/*", "///",
        "\n" + Class, "\r" + Class, "\r\n" + Class, "\u0085" + Class, "\u2028" + Class, "\u2029" + Class, "\v" + Class, "\f" + Class,
        "a\n/// </summary>\n" + Initializer + "\n/// <summary>",

        // Payloads that end the XML of a doc comment.
        "]]>", "<![CDATA[", "</summary>", "</summary><evil/>", "<evil", "&", "&lt;evil&gt;", "&#60;evil&#62;", "&evil;", "-->", "<see cref=\"Evil\"/>", "<!--",
        "<?evil?>",

        // Directives.
        "#", "\n#if false", "\n#endif", "\n#error evil", "\n#pragma warning disable", "\n#line 1 \"evil\"", "\n#nullable disable", "\n#region", "#if false\n",
        "\n#:package evil",

        // Text that looks different from what it is.
        "\u202Eevil\u202C", "\u2066evil\u2069", "\u200Devil", "e\u200Dvil", "\uFEFFevil", "evil\uFEFF", "\uD800", "\uDC00", "\uDC00\uD800", "evil\uD83D", "😀",
        "a\u0301", "\u00E1", "İı", "\uFFFF", "\uFFFD",
        "\0", "evil\0" + Class, "\u0001", "\u001B[31m", "\u007F", "\u009F", "\t", "\b",

        // Names that already have a meaning.
        "", " ", "_", "class", "@class", "record", "file", "required", "field", "await", "System", "global", "global::System.Console", "object", "string",
        "Equals", "GetHashCode", "ToString",
        "Clone", "EqualityContract", "PrintMembers", "GetType", "MemberwiseClone", "Finalize", "Dispose", "Unknown", "value", "get_Item", "op_Equality",
        ".ctor", "<Main>$", "1abc", "-", "a-b", "$", "A.B", "A<B>", "A[]", "A?", "int*",

        // Paths and addresses.
        "../../../etc/passwd", "..\\..\\evil", "a/b", "a|b", "a:b", "CON", "nul.txt", "a*b?c", "https://evil.example/", "//evil.example",
        "http://user:pass@evil.example:99999/", "%00", "%2e%2e%2f", "%0d%0aEvil: 1", "a\r\nEvil: 1",
        "#/components/schemas/Pet", "javascript:evil", "{account_id}", "/{", "/}", "/a?b#c",

        // Very long strings.
        new('a', 300), new('A', 5000), string.Concat(Enumerable.Repeat("Evil ", 400)),
    ];
}
