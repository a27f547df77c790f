using RealtimeKit.Gen.Reading.Text;

namespace RealtimeKit.Gen.Tests.Reading;

public class TextPoolTests
{
    [Fact]
    public void Equal_texts_have_one_number_at_every_place()
    {
        var pool = new TextPool();

        int id = pool.Intern("xabcx", 1, 3);

        Assert.Equal(id, pool.Intern("abc"));
        Assert.NotEqual(id, pool.Intern("abcx"));
        Assert.Equal("abc", pool[id]);
        Assert.True(pool.Has("abc"));
        Assert.False(pool.Has("abcx y"));
    }

    [Fact]
    public void Texts_made_to_collide_keep_their_numbers_while_the_pool_grows()
    {
        // The pool starts with 512 buckets; these all fall into one of them.
        string[] colliding = Enumerable.Range(0, 200_000)
            .Select(static i => "key" + i)
            .Where(static text => (Hash(text) & 511) == 7)
            .Take(200)
            .ToArray();
        var pool = new TextPool();
        int[] ids = colliding.Select(pool.Intern).ToArray();

        for (int i = 0; i < 5_000; i++)
        {
            pool.Intern("other" + i);
        }

        Assert.Equal(200, ids.Distinct().Count());
        Assert.Equal(ids, colliding.Select(pool.Intern));
        Assert.Equal(colliding, ids.Select(id => pool[id]));
        Assert.All(colliding, text => Assert.True(pool.Has(text)));
    }

    private static uint Hash(string text)
    {
        uint hash = text.Aggregate(2166136261u, static (hash, c) => unchecked((hash ^ c) * 16777619));
        return hash ^ (hash >> 15);
    }
}
