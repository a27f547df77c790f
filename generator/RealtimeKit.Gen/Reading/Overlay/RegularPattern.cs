namespace RealtimeKit.Gen.Reading.Overlay;
internal sealed class RegularPattern
{
    public static RegularPattern? Parse(string pattern) => null;
    public bool IsMatch(string text, bool isWhole, StepBudget budget) => budget.Take(text.Length) && isWhole;
}
