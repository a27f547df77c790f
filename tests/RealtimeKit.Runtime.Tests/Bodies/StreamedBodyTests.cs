using RealtimeKit.Runtime.Bodies;

namespace RealtimeKit.Runtime.Tests.Bodies;

public sealed class StreamedBodyTests
{
    [Fact]
    public void A_stream_that_another_call_begins_to_send_while_its_length_is_read_is_refused()
    {
        using var stream = new ContestedStream();
        try
        {
            var exception = Assert.Throws<ArgumentException>(() => new StreamedBody(stream, "text/plain"));

            Assert.Contains("is being sent by another call", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            StreamsInUse.Remove(stream);
        }
    }

    /// <summary>A stream that another call reads from the moment at which its position is read.</summary>
    private sealed class ContestedStream() : MemoryStream(new byte[10])
    {
        public override long Position
        {
            get
            {
                StreamsInUse.TryAdd(this);
                return base.Position;
            }
            set => base.Position = value;
        }
    }
}
