namespace RealtimeKit.Runtime.Handlers;

/// <summary>
/// Counts how often a proxy asked for a login instead of passing a request on. .NET then sends the request again, with the login.
/// This is not a repetition, since no server has received the first one.
/// </summary>
internal sealed class ProxyLogins
{
    private static readonly AsyncLocal<ProxyLogins?> _current = new();

    private int _count;

    /// <summary>Gets that of the request that is being sent, or null if its repetitions are not counted.</summary>
    public static ProxyLogins? Current => _current.Value;

    public int Count => Volatile.Read(ref _count);

    /// <summary>
    /// Sets the current one, or none for a request that is sent by a handler of another request, so that the login of one does not
    /// count for the other. The caller is an asynchronous method, whose end restores the earlier one.
    /// </summary>
    public static void Enter(ProxyLogins? logins)
    {
        if (!ReferenceEquals(_current.Value, logins))
        {
            _current.Value = logins;
        }
    }

    /// <summary>Counts a response if it is one with which a proxy asks for a login.</summary>
    public void Count407(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 12 && start[..7].SequenceEqual("HTTP/1."u8) && start.Slice(8, 4).SequenceEqual(" 407"u8))
        {
            Interlocked.Increment(ref _count);
        }
    }
}
