using System.Globalization;

namespace RealtimeKit.Gen.Reading.Overlay.Patterns;

/// <summary>The characters that a step of a pattern accepts.</summary>
/// <param name="IsNegated">Whether the step accepts all other characters.</param>
/// <param name="Ranges">Code points including both ends, in order and without overlap.</param>
/// <param name="Parts">Sets within the set, such as <c>\p{…}</c>.</param>
/// <param name="Categories">A bit for each Unicode category.</param>
internal sealed record CharacterSet(bool IsNegated, (int First, int Last)[] Ranges, CharacterSet[] Parts, uint Categories = 0)
{
    public static CharacterSet Of(params (int First, int Last)[] ranges) => new(false, ranges, []);

    /// <summary>
    /// Returns a set of ranges and parts. Ranges are merged into one sorted list, so that the size of a class does not affect its
    /// speed.
    /// </summary>
    public static CharacterSet Class(bool isNegated, List<(int First, int Last)> ranges, IEnumerable<CharacterSet> parts)
    {
        uint categories = 0;
        List<CharacterSet> others = [];
        foreach (CharacterSet part in parts)
        {
            if (part.IsNegated || part.Parts.Length > 0)
            {
                others.Add(part);
                continue;
            }

            ranges.AddRange(part.Ranges);
            categories |= part.Categories;
        }

        List<(int First, int Last)> merged = [];
        foreach ((int first, int last) in ranges.OrderBy(static range => range.First))
        {
            if (merged.Count > 0 && first <= merged[merged.Count - 1].Last + 1)
            {
                merged[merged.Count - 1] = (merged[merged.Count - 1].First, Math.Max(last, merged[merged.Count - 1].Last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return new CharacterSet(isNegated, merged.ToArray(), others.ToArray(), categories);
    }

    public bool Contains(int codePoint, UnicodeCategory category)
    {
        bool isIn = (Categories & (1u << (int)category)) != 0;
        isIn |= IsInRanges(codePoint);
        foreach (CharacterSet part in Parts)
        {
            isIn |= part.Contains(codePoint, category);
        }

        return isIn != IsNegated;
    }

    private bool IsInRanges(int codePoint)
    {
        int low = 0;
        int high = Ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (codePoint > Ranges[middle].Last)
            {
                low = middle + 1;
            }
            else if (codePoint < Ranges[middle].First)
            {
                high = middle - 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}
