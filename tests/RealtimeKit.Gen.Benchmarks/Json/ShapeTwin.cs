using System.Text.Json.Serialization;

namespace RealtimeKit.Gen.Benchmarks.Json;

/// <summary>A union of 20 cases, for System.Text.Json.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Circle), "circle")]
[JsonDerivedType(typeof(Square), "square")]
[JsonDerivedType(typeof(Triangle), "triangle")]
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(Arc), "arc")]
[JsonDerivedType(typeof(Star), "star")]
[JsonDerivedType(typeof(Ring), "ring")]
[JsonDerivedType(typeof(Cross), "cross")]
[JsonDerivedType(typeof(Cone), "cone")]
[JsonDerivedType(typeof(Cube), "cube")]
[JsonDerivedType(typeof(Sphere), "sphere")]
[JsonDerivedType(typeof(Torus), "torus")]
[JsonDerivedType(typeof(Prism), "prism")]
[JsonDerivedType(typeof(Wedge), "wedge")]
[JsonDerivedType(typeof(Spiral), "spiral")]
[JsonDerivedType(typeof(Wave), "wave")]
[JsonDerivedType(typeof(Grid), "grid")]
[JsonDerivedType(typeof(Point), "point")]
[JsonDerivedType(typeof(Heart), "heart")]
[JsonDerivedType(typeof(Arrow), "arrow")]
internal abstract record ShapeTwin
{
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    [JsonPropertyName("label")]
    public string? Label { get; init; }

    internal sealed record Circle : ShapeTwin
    {
        [JsonPropertyName("circleSize")]
        public int Size { get; init; }
    }

    internal sealed record Square : ShapeTwin
    {
        [JsonPropertyName("squareSize")]
        public int Size { get; init; }
    }

    internal sealed record Triangle : ShapeTwin
    {
        [JsonPropertyName("triangleSize")]
        public int Size { get; init; }
    }

    internal sealed record Line : ShapeTwin
    {
        [JsonPropertyName("lineSize")]
        public int Size { get; init; }
    }

    internal sealed record Arc : ShapeTwin
    {
        [JsonPropertyName("arcSize")]
        public int Size { get; init; }
    }

    internal sealed record Star : ShapeTwin
    {
        [JsonPropertyName("starSize")]
        public int Size { get; init; }
    }

    internal sealed record Ring : ShapeTwin
    {
        [JsonPropertyName("ringSize")]
        public int Size { get; init; }
    }

    internal sealed record Cross : ShapeTwin
    {
        [JsonPropertyName("crossSize")]
        public int Size { get; init; }
    }

    internal sealed record Cone : ShapeTwin
    {
        [JsonPropertyName("coneSize")]
        public int Size { get; init; }
    }

    internal sealed record Cube : ShapeTwin
    {
        [JsonPropertyName("cubeSize")]
        public int Size { get; init; }
    }

    internal sealed record Sphere : ShapeTwin
    {
        [JsonPropertyName("sphereSize")]
        public int Size { get; init; }
    }

    internal sealed record Torus : ShapeTwin
    {
        [JsonPropertyName("torusSize")]
        public int Size { get; init; }
    }

    internal sealed record Prism : ShapeTwin
    {
        [JsonPropertyName("prismSize")]
        public int Size { get; init; }
    }

    internal sealed record Wedge : ShapeTwin
    {
        [JsonPropertyName("wedgeSize")]
        public int Size { get; init; }
    }

    internal sealed record Spiral : ShapeTwin
    {
        [JsonPropertyName("spiralSize")]
        public int Size { get; init; }
    }

    internal sealed record Wave : ShapeTwin
    {
        [JsonPropertyName("waveSize")]
        public int Size { get; init; }
    }

    internal sealed record Grid : ShapeTwin
    {
        [JsonPropertyName("gridSize")]
        public int Size { get; init; }
    }

    internal sealed record Point : ShapeTwin
    {
        [JsonPropertyName("pointSize")]
        public int Size { get; init; }
    }

    internal sealed record Heart : ShapeTwin
    {
        [JsonPropertyName("heartSize")]
        public int Size { get; init; }
    }

    internal sealed record Arrow : ShapeTwin
    {
        [JsonPropertyName("arrowSize")]
        public int Size { get; init; }
    }
}
