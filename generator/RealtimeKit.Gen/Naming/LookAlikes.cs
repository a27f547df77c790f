using System.Text;

namespace RealtimeKit.Gen.Naming;

/// <summary>
/// Finds different names that look alike: letters of other alphabets that look like Latin letters, and characters that are
/// invisible. Names of plain ASCII are not compared with each other.
/// </summary>
internal static class LookAlikes
{
    /// <summary>
    /// Pairs of letters that look alike according to Unicode's list of confusables: letters of other alphabets with a Latin
    /// letter, and letters of two other alphabets with each other.
    /// </summary>
    private const string Pairs =
        "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEЗ3КKМMНHОOРPСCТTУYХXІIЈJЅSԌGԚQԜWӀlӏlгrпnкkмmтtвbьbъbѵvѴV"
        + "αaοoρpνvιiκkυuγyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϳjϜF"
        + "օoսuհhոnցgԁdՕOՍUԼLքfյj"
        + "ıiɑaɡgɩiʏyℓlℎhⅰiⅴvⅹxⅼlⅽcⅾdⅿm×x"
        + "ꓐBꓑPꓒdꓓDꓔTꓖGꓗKꓙJꓚCꓜZꓝFꓟMꓠNꓡLꓢSꓣRꓤuꓦVꓧHꓪWꓫXꓬYꓮAꓰEꓲIꓳOꓴU"
        + "ᎠDᎡRᎢTᎥiᎩyᎪAᎫJᎬEᎳWᎷMᎻHᎽYᏀGᏂhᏃZᏏbᏒRᏔWᏕSᏙVᏚSᏞLᏟCᏢPᏦKᏧdᏳGᏴBⲞOⲟoⲢPⲣpⲤCⲥcⲚNⲎHⲔKⲘMⲦTⲨYⲂBⲒIყy"
        + "\u212AKſfᴄcᴏoꜱsᴜuᴠvᴡwᴢzɪiⅠIⅤVⅩXⅬLⅭCⅮDⅯM०o੦o૦o௦o౦o೦o൦o๐o໐o၀oဝoסo"
        + "ÐĐƉĐǝəβßµμ\u212B\u00C5\u2126\u03A9٠۰١۱٢۲٣۳٧۷٨۸٩۹ヘへベべペぺロ口ㅁ口エ工ー一ㅡ一ニ二ハ八カ力タ夕ト卜ヌ又オ才";

    /// <summary>The full-width forms of the half-width letters from U+FF66 on.</summary>
    private const string HalfWidth = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    /// <summary>Letters that look like several others.</summary>
    private const string Ligatures =
        "ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅft ﬆst ĳij ĲIJ ǉlj ǈLj ǇLJ ǌnj ǋNj ǊNJ ǳdz ǲDz ǱDZ ⅡII "
        + "ⅢIII ⅣIV ⅥVI ⅦVII ⅧVIII ⅨIX ⅪXI ⅫXII ⅱii ⅲiii ⅳiv ⅵvi ⅶvii ⅷviii ⅸix ⅺxi ⅻxii";

    private static readonly Dictionary<char, char> _latin = FindPairs();
    private static readonly Dictionary<char, string> _ligatures = Ligatures.Split(' ').ToDictionary(static word => word[0], static word => word.Substring(1));

    /// <summary>Returns pairs of names that look alike, the later name first.</summary>
    public static IEnumerable<(string Name, string Like)> Find(IEnumerable<string> names)
    {
        string[] all = names.ToArray();
        if (all.All(IsAscii))
        {
            yield break;
        }

        Dictionary<string, string> bySkeleton = new(StringComparer.Ordinal);
        foreach (string name in all.OrderBy(static name => IsAscii(name) ? 0 : 1).ThenBy(static name => name, StringComparer.Ordinal))
        {
            string skeleton = Skeleton(name);
            if (!bySkeleton.TryGetValue(skeleton, out string? like))
            {
                bySkeleton[skeleton] = name;
            }
            else if (!IsAscii(name) && name != like)
            {
                yield return (name, like);
            }
        }
    }

    /// <summary>Returns the characters of a name that are not ASCII, as code points.</summary>
    public static string Foreign(string name) =>
        string.Join(
            ", ",
            name
                .Where(static c => c >= '\u0080')
                .Distinct()
                .Take(5)
                .Select(static c => "U+" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)));

    private static bool IsAscii(string name)
    {
        foreach (char c in name)
        {
            if (c >= '\u0080')
            {
                return false;
            }
        }

        return true;
    }

    private static string Skeleton(string name)
    {
        StringBuilder result = new(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]);
            if (UnseenCharacters.IsUnseen(isPair ? char.ConvertToUtf32(c, name[i + 1]) : c))
            {
                i += isPair ? 1 : 0;
                continue;
            }

            if (_ligatures.TryGetValue(c, out string? letters))
            {
                result.Append(letters);
                continue;
            }

            // Full-width forms look like ASCII.
            c = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is >= '\uFF66' and <= '\uFF9D' ? HalfWidth[c - '\uFF66'] : c;
            result.Append(_latin.TryGetValue(c, out char latin) ? latin : c);
        }

        return result.ToString();
    }

    private static Dictionary<char, char> FindPairs()
    {
        Dictionary<char, char> pairs = [];
        for (int i = 0; i < Pairs.Length; i += 2)
        {
            pairs[Pairs[i]] = Pairs[i + 1];
        }

        return pairs;
    }
}
