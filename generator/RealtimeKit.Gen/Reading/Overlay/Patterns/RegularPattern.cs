using System.Globalization;

namespace RealtimeKit.Gen.Reading.Overlay.Patterns;

/// <summary>
/// A regular expression of match() and search(): I-Regexp (RFC 9485), with <c>\d \s \w</c>, which are common. All states are
/// followed at once, so that time is linear in the length of the text for every pattern. The engine of .NET backtracks, and a
/// time-out would make the output depend on the clock.
/// </summary>
internal sealed class RegularPattern(IReadOnlyList<PatternStep> steps)
{
    /// <summary>The number of stored states that cost as much as visiting one node.</summary>
    private const int StatesPerStep = 64;

    public bool IsMatch(string text, bool isWhole, StepBudget budget)
    {
        budget.Take(1 + (steps.Count / StatesPerStep));
        var now = new StateSet(steps.Count + 1);
        var next = new StateSet(steps.Count + 1);
        Follow(now, 0);
        for (int at = 0; at < text.Length;)
        {
            if (!isWhole && now.Contains(steps.Count))
            {
                return true;
            }

            int length = at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
            int codePoint = length == 2 ? char.ConvertToUtf32(text, at) : text[at];
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(text, at);
            next.Clear();
            foreach (int state in now.States)
            {
                if (state < steps.Count && steps[state].Set is { } set && set.Contains(codePoint, category))
                {
                    Follow(next, state + 1);
                }
            }

            if (!budget.Take(1 + now.States.Count))
            {
                return false;
            }

            at += length;
            if (!isWhole)
            {
                Follow(next, 0);
            }

            (now, next) = (next, now);
        }

        return now.Contains(steps.Count);
    }

    /// <summary>Adds a state and all states that are reachable without a character.</summary>
    private void Follow(StateSet set, int start)
    {
        var open = new Stack<int>();
        open.Push(start);
        while (open.Count > 0)
        {
            int state = open.Pop();
            if (set.Add(state) && state < steps.Count && steps[state] is { Set: null } jump)
            {
                open.Push(state + jump.First);
                if (jump.Second != 0)
                {
                    open.Push(state + jump.Second);
                }
            }
        }
    }

    private sealed class StateSet(int count)
    {
        private readonly bool[] _isIn = new bool[count];

        public List<int> States { get; } = [];

        public bool Contains(int state) => _isIn[state];

        public bool Add(int state)
        {
            if (_isIn[state])
            {
                return false;
            }

            _isIn[state] = true;
            States.Add(state);
            return true;
        }

        public void Clear()
        {
            foreach (int state in States)
            {
                _isIn[state] = false;
            }

            States.Clear();
        }
    }
}

/// <summary>A step of a pattern: a character set, or a jump to one or two steps, relative to this one.</summary>
internal readonly record struct PatternStep(CharacterSet? Set, int First = 0, int Second = 0);
