using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Reading.Overlay.Patterns;

/// <summary>Counts the work of an overlay (<see cref="ReadBudget.MaxOverlaySteps"/>). The overlay stops when the budget is spent.</summary>
internal sealed class StepBudget
{
    /// <summary>The cost of creating a node, relative to visiting one.</summary>
    private const int MadeCost = 8;

    private long _left = ReadBudget.MaxOverlaySteps;

    public bool IsSpent => _left < 0;

    public bool Take(long steps = 1)
    {
        _left -= steps;
        return !IsSpent;
    }

    /// <summary>Charges for a created object with a number of parts.</summary>
    public bool TakeMade(long parts = 0) => Take(MadeCost + parts);
}
