using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using RealtimeKit.JsonCodecs;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>Compares the emitted reader and writer with common alternatives, on the same bytes.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class JsonBenchmarks
{
    private readonly byte[] _bytes = RecordingResponse.Bytes;
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private Utf8JsonWriter _writer = null!;
    private Recording _recording = null!;
    private EnvelopeTwin _twin = null!;

    [GlobalSetup]
    public void Setup()
    {
        _writer = new Utf8JsonWriter(_output);
        _recording = (Recording)Read_emitted();
        _twin = (EnvelopeTwin)Read_source_generated();
        if (_recording.Id != _twin.Data?.Id || _recording.StopReason?.Caller?.UserId != _twin.Data.StopReason?.Caller?.UserId)
        {
            throw new InvalidOperationException("The two do not read the same.");
        }
    }

    [Benchmark, BenchmarkCategory("read")]
    public object Read_emitted()
    {
        var reader = new Utf8JsonReader(_bytes);
        reader.Read();
        return JsonReading.Envelope(ref reader, "data"u8, RecordingJson.Read);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("read")]
    public object Read_source_generated() => JsonSerializer.Deserialize(_bytes, TwinSerializer.Default.EnvelopeTwin)!;

    [Benchmark, BenchmarkCategory("read")]
    public object Read_newtonsoft() => Newtonsoft.Json.JsonConvert.DeserializeObject<EnvelopeTwin>(Encoding.UTF8.GetString(_bytes))!;

    [Benchmark, BenchmarkCategory("write")]
    public long Write_emitted()
    {
        Begin();
        RecordingJson.Write(_writer, _recording);
        return End();
    }

    [Benchmark(Baseline = true), BenchmarkCategory("write")]
    public long Write_source_generated()
    {
        Begin();
        JsonSerializer.Serialize(_writer, _twin.Data!, TwinSerializer.Default.RecordingTwin);
        return End();
    }

    [Benchmark, BenchmarkCategory("write")]
    public long Write_newtonsoft() => Encoding.UTF8.GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(_twin.Data)).Length;

    // Both write into an existing buffer, as a client under load does.
    private void Begin()
    {
        _output.ResetWrittenCount();
        _writer.Reset();
    }

    private long End()
    {
        _writer.Flush();
        return _output.WrittenCount;
    }
}
