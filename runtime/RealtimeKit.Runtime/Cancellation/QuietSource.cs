namespace RealtimeKit.Runtime.Cancellation;

/// <summary>
/// A source that other tokens cancel, or a timer. Code of a handler, stream or delegate can register on its token, and throw an exception
/// when it is cancelled. A linked source of .NET passes that exception to whoever cancels, and a timer of .NET ends the process with it.
/// This source ignores it.
/// </summary>
internal class QuietSource : CancellationTokenSource
{
    private readonly CancellationTokenRegistration _byFirst;
    private readonly CancellationTokenRegistration _bySecond;

    public QuietSource(CancellationToken first = default, CancellationToken second = default)
    {
        _byFirst = CancelWith(first);
        _bySecond = CancelWith(second);
    }

    /// <summary>Cancels this source when another token is cancelled, until the registration is disposed.</summary>
    public CancellationTokenRegistration CancelWith(CancellationToken other)
        => other.UnsafeRegister(static state => ((QuietSource)state!).CancelQuietly(), this);

    /// <summary>Cancels the token. Does not throw.</summary>
    public void CancelQuietly()
    {
        try
        {
            Cancel();
        }
        catch
        {
            // The source is disposed, or code that registered on the token failed. The token is cancelled in any case.
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _byFirst.Dispose();
            _bySecond.Dispose();
        }

        base.Dispose(disposing);
    }
}
