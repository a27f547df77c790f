using RealtimeKit.Gen.Naming;

namespace RealtimeKit.Gen.Tests.Naming;

public class PluralTests
{
    [Theory]
    [InlineData("RecordingDayStats", "RecordingDayStat")]
    [InlineData("Pets", "Pet")]
    [InlineData("Categories", "Category")]
    [InlineData("Days", "Day")]
    [InlineData("Movies", "Movie")]
    [InlineData("Addresses", "Address")]
    [InlineData("Boxes", "Box")]
    [InlineData("Batches", "Batch")]
    [InlineData("Caches", "Cache")]
    [InlineData("Hashes", "Hash")]
    [InlineData("Statuses", "Status")]
    [InlineData("Aliases", "Alias")]
    [InlineData("Databases", "Database")]
    [InlineData("Causes", "Cause")]
    [InlineData("Sizes", "Size")]
    [InlineData("Archives", "Archive")]
    [InlineData("Schemas", "Schema")]
    [InlineData("Videos", "Video")]
    [InlineData("UserIds", "UserId")]
    public void A_regular_plural_has_a_singular(string plural, string singular) => Assert.Equal(singular, Plural.Singular(plural));

    [Theory]
    [InlineData("Pet")]
    [InlineData("Address")]
    [InlineData("Status")]
    [InlineData("Analysis")]
    [InlineData("Analytics")]
    [InlineData("Canvas")]
    [InlineData("Series")]
    [InlineData("News")]
    [InlineData("Indices")]
    [InlineData("Shelves")]
    [InlineData("Heroes")]
    [InlineData("Data")]
    [InlineData("Media")]
    [InlineData("Dns")]
    [InlineData("Https")]
    [InlineData("As")]
    [InlineData("UsesAws")]
    [InlineData("Kubernetes")]
    [InlineData("Analyses")]
    [InlineData("Diagnoses")]
    [InlineData("Values2")]
    [InlineData("")]
    public void Another_word_has_none(string word) => Assert.Null(Plural.Singular(word));
}
