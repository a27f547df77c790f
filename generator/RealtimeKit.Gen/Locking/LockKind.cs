namespace RealtimeKit.Gen.Locking;

/// <summary>The words with which the lines of a names file begin.</summary>
internal static class LockKind
{
    public const string Type = "type";

    /// <summary>The record of a form, which is a separate type from that of the same schema in JSON.</summary>
    public const string Form = "form";

    public const string Property = "property";

    /// <summary>The member of an enum.</summary>
    public const string Value = "value";

    /// <summary>The case of a union.</summary>
    public const string Case = "case";

    /// <summary>The tag whose class has the method of an operation.</summary>
    public const string Tag = "tag";

    /// <summary>The class of a tag.</summary>
    public const string Class = "class";

    /// <summary>The property of the client that returns the class of a tag.</summary>
    public const string Group = "group";

    public const string Method = "method";

    /// <summary>The end of the name of a method that returns JSON of another media type.</summary>
    public const string Result = "result";

    /// <summary>The end of the name of a method for another form of a request or response.</summary>
    public const string Suffix = "suffix";

    /// <summary>A method that sends the value of an enum.</summary>
    public const string Verb = "verb";

    public const string Parameter = "parameter";

    /// <summary>A parameter that is set on the options of the client.</summary>
    public const string Option = "option";

    public const string Header = "header";

    public const string Webhook = "webhook";

    public const string Callback = "callback";

    public const string Link = "link";

    /// <summary>An argument of a link.</summary>
    public const string Argument = "argument";

    public const string Server = "server";

    public static readonly IReadOnlyList<string> All =
    [
        Type, Form, Property, Value, Case, Tag, Class, Group, Method, Result, Suffix, Verb,
        Parameter, Option, Header, Webhook, Callback, Link, Argument, Server,
    ];
}
