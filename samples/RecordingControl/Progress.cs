namespace RecordingControl;

/// <summary>Shows a progress bar, and removes it at the end.</summary>
internal sealed class Progress(TextWriter output) : IDisposable
{
    private const int Width = 24;

    private int _ticks;

    /// <summary>Advances the bar by one step.</summary>
    public void Advance()
    {
        int position = _ticks++ % Width;
        if (!Console.IsOutputRedirected)
        {
            output.Write($"\rupload  [{new string('·', position)}■{new string('·', Width - 1 - position)}]");
        }
        else
        {
            output.Write(position is 0 ? "upload  ·" : "·"); // Text that was written to a file cannot be removed.
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
