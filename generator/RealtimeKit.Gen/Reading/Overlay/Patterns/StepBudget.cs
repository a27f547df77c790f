using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Overlay.Patterns;

/// <summary>Counts the work of an overlay (<see cref="ReadBudget.MaxOverlaySteps"/>), whose stations stop when it is spent.</summary>
internal sealed class StepBudget
{
    /// <summary>What is made and kept costs that much more than what is only looked at.</summary>
    private const int MadeCost = 8;

    private long _left = ReadBudget.MaxOverlaySteps;

    public bool IsSpent => _left < 0;

    public bool Take(long steps = 1)
    {
        _left -= steps;
        return !IsSpent;
    }

    /// <summary>For something made, with so many parts.</summary>
    public bool TakeMade(long parts = 0) => Take(MadeCost + parts);
}
