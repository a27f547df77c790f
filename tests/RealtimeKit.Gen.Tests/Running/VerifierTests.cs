namespace RealtimeKit.Gen.Tests.Running;

public sealed class VerifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rtk-verifier-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string TestFile => Path.Combine(_folder, "SomeTests.cs");

    [Fact]
    public void A_text_without_a_snapshot_fails_writes_it_and_names_the_command()
    {
        Exception failure = Assert.ThrowsAny<Exception>(() => Verify("#Client.g.verified.cs", "one"));

        Assert.Contains(Verifier.AcceptVariable + "=1 dotnet test", failure.Message);
        Assert.Equal("one", File.ReadAllText(Snapshot("#Client.g.received.cs")));
    }

    [Fact]
    public void Another_text_fails_and_names_the_line()
    {
        Write("#Client.g.verified.cs", "one\ntwo\n");

        Exception failure = Assert.ThrowsAny<Exception>(() => Verify("#Client.g.verified.cs", "one\nthree\n"));

        Assert.Contains("(2): expected «two», emitted «three»", failure.Message);
    }

    [Fact]
    public void The_same_text_passes_and_removes_what_was_received_before()
    {
        Write("#Client.g.verified.cs", "one\r\ntwo");
        Write("#Client.g.received.cs", "one");

        Verify("#Client.g.verified.cs", "one\ntwo");

        Assert.False(File.Exists(Snapshot("#Client.g.received.cs")));
    }

    [Fact]
    public void A_snapshot_of_a_file_that_is_no_longer_emitted_fails()
    {
        Write("#Client.g.verified.cs", "one");
        Write("#Gone.g.verified.cs", "two");

        Exception failure = Assert.ThrowsAny<Exception>(() => Verify("#Client.g.verified.cs", "one"));

        Assert.Contains("Gone.g.verified.cs is no longer emitted", failure.Message);
    }

    private void Verify(string end, string text) =>
        Verifier.Verify(new Dictionary<string, string> { [end] = text }, TestFile, "A_test");

    private void Write(string end, string text)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Snapshots"));
        File.WriteAllText(Snapshot(end), text);
    }

    private string Snapshot(string end) => Path.Combine(_folder, "Snapshots", "SomeTests.A_test" + end);
}
