using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using RealtimeKit.JsonCodecs;
using RealtimeKit.Runtime.Wire;

namespace RealtimeKit.Gen.Benchmarks;

/// <summary>The emitted reader and writer beside what a user would pick instead, over the same bytes.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class JsonBenchmarks
{
    private readonly byte[] _bytes = RecordingAnswer.Bytes;
    private readonly MemoryStream _output = new(4096);
    private Recording _recording = null!;
    private EnvelopeTwin _twin = null!;

    [GlobalSetup]
    public void Setup()
    {
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
        _output.SetLength(0);
        using var writer = new Utf8JsonWriter(_output);
        RecordingJson.Write(writer, _recording);
        writer.Flush();
        return _output.Length;
    }

    [Benchmark(Baseline = true), BenchmarkCategory("write")]
    public long Write_source_generated()
    {
        _output.SetLength(0);
        JsonSerializer.Serialize(_output, _twin.Data, TwinSerializer.Default.RecordingTwin);
        return _output.Length;
    }

    [Benchmark, BenchmarkCategory("write")]
    public long Write_newtonsoft() => Encoding.UTF8.GetBytes(Newtonsoft.Json.JsonConvert.SerializeObject(_twin.Data)).Length;
}
