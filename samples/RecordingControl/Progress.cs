namespace RecordingControl;

/// <summary>Shows that something is still going on, and then takes itself away.</summary>
internal sealed class Progress(TextWriter output) : IDisposable
{
    private const int Width = 24;

    private int _ticks;

    /// <summary>One more tick.</summary>
    public void Advance()
    {
        int position = _ticks++ % Width;
        if (!Console.IsOutputRedirected)
        {
            output.Write($"\rupload  [{new string('·', position)}■{new string('·', Width - 1 - position)}]");
        }
        else
        {
            output.Write(position is 0 ? "upload  ·" : "·"); // A file cannot take back what was written.
        }
    }

    public void Dispose()
    {
        if (_ticks > 0)
        {
            output.Write(Console.IsOutputRedirected ? Environment.NewLine : $"\r{new string(' ', Width + 10)}\r");
        }
    }
}
