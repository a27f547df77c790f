using System.Globalization;

namespace RealtimeKit.Gen.Reading.Overlay;

/// <summary>Which characters a step reads.</summary>
/// <param name="IsNegated">Whether it reads all others.</param>
/// <param name="Ranges">Code points, both ends included.</param>
/// <param name="Parts">Sets within the set: of <c>\p{…}</c> and the like.</param>
/// <param name="Categories">Of Unicode, a bit each.</param>
internal sealed record CharacterSet(bool IsNegated, (int First, int Last)[] Ranges, CharacterSet[] Parts, uint Categories = 0)
{
    public static CharacterSet Of(params (int First, int Last)[] ranges) => new(false, ranges, []);

    public bool Contains(int codePoint, UnicodeCategory category)
    {
        bool isIn = (Categories & (1u << (int)category)) != 0;
        foreach ((int first, int last) in Ranges)
        {
            isIn |= codePoint >= first && codePoint <= last;
        }

        foreach (CharacterSet part in Parts)
        {
            isIn |= part.Contains(codePoint, category);
        }

        return isIn != IsNegated;
    }
}
