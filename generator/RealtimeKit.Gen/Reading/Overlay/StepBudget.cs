namespace RealtimeKit.Gen.Reading.Overlay;

/// <summary>Counts the work of an overlay (<see cref="ReadBudget.MaxOverlaySteps"/>), whose stations stop when it is spent.</summary>
internal sealed class StepBudget
{
    private long _left = ReadBudget.MaxOverlaySteps;

    public bool IsSpent => _left < 0;

    public bool Take(long steps = 1)
    {
        _left -= steps;
        return !IsSpent;
    }
}
