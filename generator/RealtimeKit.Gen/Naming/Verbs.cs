namespace RealtimeKit.Gen.Naming;

/// <summary>Words that say what an operation does, with which operationIds usually begin.</summary>
internal static class Verbs
{
    private static readonly HashSet<string> _all = new(StringComparer.OrdinalIgnoreCase)
    {
        "accept", "activate", "add", "analyze", "apply", "approve", "archive", "assign", "attach", "bulk", "calculate", "cancel", "change", "check", "clear",
        "close", "complete", "compute", "configure", "confirm", "copy", "count", "create", "deactivate", "decline", "delete", "deploy", "destroy", "detach",
        "disable", "do", "download", "edit", "enable", "execute", "export", "fetch", "find", "generate", "get", "head", "import", "insert", "inspect",
        "invite", "is", "issue", "join", "link", "list", "load", "lock", "lookup", "make", "merge", "modify", "move", "open", "options", "patch", "pause",
        "perform", "post", "preview", "process", "publish", "purge", "put", "query", "read", "refresh", "register", "reject", "remove", "rename", "renew",
        "replace", "request", "reset", "resolve", "restore", "resume", "retrieve", "retry", "review", "revoke", "rotate", "run", "save", "scan", "search",
        "send", "set", "show", "sign", "start", "stop", "store", "submit", "sync", "test", "trace", "trigger", "unassign", "unlink", "unlock", "update",
        "upload", "upsert", "validate", "verify", "view", "watch", "write",
    };

    /// <summary>Those with which the name of a thing can begin too, as in <c>RequestKey</c> and <c>TestResults</c>.</summary>
    private static readonly HashSet<string> _nouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "archive", "bulk", "change", "check", "close", "complete", "copy", "count", "do", "download", "export", "head", "import", "invite", "is", "issue",
        "join", "link", "list", "load", "lock", "lookup", "merge", "move", "open", "options", "patch", "pause", "post", "preview", "process", "query",
        "register", "request", "reset", "review", "run", "scan", "search", "set", "show", "start", "stop", "store", "sync", "test", "trace", "trigger",
        "upload", "view", "watch",
    };

    public static bool Are(string word) => _all.Contains(word);

    /// <summary>Returns whether a verb can be the first word of the name of a thing.</summary>
    public static bool AreNouns(string verb) => _nouns.Contains(verb);
}
